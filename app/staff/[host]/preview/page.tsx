import type { Metadata } from 'next'
import { ShareLinks } from '#components/admin/share-links.tsx'
import { SideBySide } from '#components/admin/side-by-side.tsx'
import { mayActAs } from '#lib/accounts/account.ts'
import { requireStaff } from '#lib/accounts/current-account.ts'
import { previewed } from '#lib/admin/previewed.ts'
import { readSyncState } from '#lib/admin/sync-state.ts'
import { formatMoment } from '#lib/format/date.ts'
import { listPreviewLinks, type PreviewLink } from '#lib/preview/preview-links.ts'
import type { Site } from '#lib/reseller/site.ts'
import { storefront } from '#lib/storefront.ts'
import { translator } from '#lib/text/translator.ts'
import { deskOf } from '../../desk-of.ts'

interface Props {
  readonly params: Promise<{ host: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await deskOf(params)).locale, 'admin')('preview') }
}

export default async function PreviewPage({ params, searchParams }: Props) {
  const { site, spoken, locale } = await deskOf(params)
  const { staff } = await requireStaff(site, 'viewer', '/admin/preview')
  const parts = storefront()
  const state = await readSyncState(parts, site.resellerId)
  const shown = previewed((await searchParams).version, state, site.version)
  const links = await listPreviewLinks(parts, site.resellerId)
  return (
    <>
      <h1>{translator(locale, 'admin')('preview')}</h1>
      <SideBySide {...shown} />
      <ShareLinks
        version={shown.version}
        mayShare={mayActAs(staff, 'editor')}
        links={links.map((link) => lineOf(spoken, link))}
      />
    </>
  )
}

/** A link with its moments as words, which only the server writes. */
function lineOf(site: Site, link: PreviewLink) {
  const { locale, timeZone } = site.config
  const over = link.revokedAt !== null ? 'revoked' : link.expiresAt.getTime() <= Date.now() ? 'expired' : null
  const ends = formatMoment(link.expiresAt.toISOString(), { locale, timeZone })
  return { linkId: link.linkId, version: link.version, createdBy: link.createdBy, path: link.path, over, ends } as const
}
