import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LiveRefresh } from '#components/admin/live-refresh.tsx'
import { VersionCompare } from '#components/admin/version-compare.tsx'
import { VersionList } from '#components/admin/version-list.tsx'
import { mayActAs } from '#lib/accounts/account.ts'
import { requireStaff } from '#lib/accounts/current-account.ts'
import { type KnownPictures, knownPictures } from '#lib/admin/known-pictures.ts'
import { knownShows } from '#lib/admin/known-shows.ts'
import { type Base, liveBase } from '#lib/admin/live-base.ts'
import { orServiceAway } from '#lib/admin/service-away.ts'
import { showNames } from '#lib/admin/show-choices.ts'
import { readSyncState } from '#lib/admin/sync-state.ts'
import { configOf, listVersions, type Version } from '#lib/admin/versions.ts'
import { difference } from '#lib/config-review/difference.ts'
import { gonePictures } from '#lib/config-review/missing-pictures.ts'
import { reviewOf } from '#lib/config-review/review.ts'
import type { ShowNames } from '#lib/config-review/section-changes.ts'
import { versionNumber } from '#lib/preview/version-number.ts'
import type { Site } from '#lib/reseller/site.ts'
import { type Storefront, storefront } from '#lib/storefront.ts'
import { translator } from '#lib/text/translator.ts'
import { deskOf } from '../../desk-of.ts'

interface Props {
  readonly params: Promise<{ host: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await deskOf(params)).locale, 'admin')('versions') }
}

export default async function VersionsPage({ params, searchParams }: Props) {
  const { site, spoken, locale } = await deskOf(params)
  const { staff } = await requireStaff(site, 'viewer', '/admin/versions')
  const asked = await searchParams
  const cursor = typeof asked.cursor === 'string' ? asked.cursor : undefined
  const parts = storefront()
  const page = await orServiceAway(() => listVersions(parts, site.resellerId, cursor))
  if (page === null) notFound()
  const pictures = await knownPictures(site, parts)
  const state = await readSyncState(parts, site.resellerId)
  const base = await liveBase(parts, site, state.liveVersion)
  const { items, nextCursor } = page === 'away' ? AWAY : page
  const configs = items?.flatMap(({ config }) => config ?? []) ?? []
  const beside = { base, pictures, names: await showNames(spoken, [base.config, ...configs], parts) }
  return (
    <>
      <LiveRefresh />
      <h1>{translator(locale, 'admin')('versions')}</h1>
      {items && <VersionCompare site={spoken} {...(await compared(spoken, asked, parts))} />}
      <VersionList
        site={spoken}
        lines={items && (await Promise.all(items.map((version) => lineOf(site, version, beside, parts))))}
        comparedWith={base.version}
        state={state}
        mayPublish={mayActAs(staff, 'editor')}
        nextCursor={nextCursor}
      />
    </>
  )
}

const AWAY = { items: null, nextCursor: null } as const

interface Beside {
  readonly base: Base
  readonly pictures: KnownPictures
  readonly names: ShowNames
}

/** A version beside what is live now, and what a person should know before publishing it. */
async function lineOf(site: Site, version: Version, { base, pictures, names }: Beside, parts: Storefront) {
  const { ids, tones } = pictures
  const { config, ...line } = version
  if (config === null) return { ...line, changes: null, review: null }
  return {
    ...line,
    changes: difference(base.config, config, names),
    review: reviewOf(config, await knownShows(site, config, parts), tones, gonePictures(config, ids)),
  }
}

/** `?from=3&to=5`: the difference of any two, when both are there. */
async function compared(site: Site, { from, to }: Record<string, string | string[] | undefined>, parts: Storefront) {
  const [first, second] = [versionNumber(from), versionNumber(to)]
  if (first === null || second === null) return { from: null, to: null, changes: null }
  const configs = await orServiceAway(() =>
    Promise.all([first, second].map((version) => configOf(parts, site.resellerId, version))),
  )
  const [before, after] = configs === 'away' ? [] : configs
  if (!before || !after) return { from: first, to: second, changes: 'unknown' as const }
  const names = await showNames(site, [before, after], parts)
  return { from: first, to: second, changes: difference(before, after, names) }
}
