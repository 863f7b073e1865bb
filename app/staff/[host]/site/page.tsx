import type { Metadata } from 'next'
import { ServiceAway } from '#components/admin/service-away.tsx'
import { SiteEditor } from '#components/editor/site-editor.tsx'
import { Texts } from '#components/text/texts.tsx'
import { requireStaff } from '#lib/accounts/current-account.ts'
import { knownPictures } from '#lib/admin/known-pictures.ts'
import { knownShows } from '#lib/admin/known-shows.ts'
import { orServiceAway } from '#lib/admin/service-away.ts'
import { showChoices } from '#lib/admin/show-choices.ts'
import { newestVersion } from '#lib/admin/versions.ts'
import { gonePictures } from '#lib/config-review/missing-pictures.ts'
import { storefront } from '#lib/storefront.ts'
import { translator } from '#lib/text/translator.ts'
import { deskOf } from '../../desk-of.ts'

interface Props {
  readonly params: Promise<{ host: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await deskOf(params)).locale, 'admin')('editor') }
}

/** The editor goes on from the newest version, whoever saved it. */
export default async function EditorPage({ params }: Props) {
  const { site, spoken, locale } = await deskOf(params)
  await requireStaff(site, 'editor', '/admin/site')
  const t = translator(locale, 'admin')
  const parts = storefront()
  const newest = await orServiceAway(() => newestVersion(parts, site.resellerId))
  if (newest === 'away') return <ServiceAway locale={locale} />
  const config = newest?.config ?? site.config
  const [shows, known, { ids, tones }] = await Promise.all([
    showChoices(spoken, config, parts),
    knownShows(site, config, parts),
    knownPictures(site, parts),
  ])
  const logoTones = config.logo.picture && tones.get(config.logo.picture.id)
  return (
    <Texts locale={locale} of={['editor']}>
      <h1>{t('editor')}</h1>
      <p className="muted">{t('editorHint')}</p>
      {newest?.config === null && <p className="note warn">{t('newestUnreadable', { version: newest.version })}</p>}
      <SiteEditor
        base={newest?.version ?? 0}
        initial={config}
        shows={shows}
        known={known && Object.fromEntries(known)}
        logoTones={logoTones ?? null}
        gone={[...gonePictures(config, ids)]}
        zones={Intl.supportedValuesOf('timeZone')}
      />
    </Texts>
  )
}
