import Link from 'next/link'
import type { SyncState } from '#contracts/storefront.ts'
import type { Version } from '#lib/admin/versions.ts'
import type { Change } from '#lib/config-review/difference.ts'
import type { Review } from '#lib/config-review/review.ts'
import { formatMoment } from '#lib/format/date.ts'
import type { Site } from '#lib/reseller/site.ts'
import { listed } from '#lib/text/isolated.ts'
import { translator } from '#lib/text/translator.ts'
import { DifferenceList } from './difference-list.tsx'
import { PublishButton } from './publish-button.tsx'
import { PublishDesk } from './publish-desk.tsx'
import type { AskedPublish } from './publish-standing.ts'
import { PublishesTold } from './publishes-told.tsx'
import { ReviewList } from './review-list.tsx'
import { ServiceAway } from './service-away.tsx'
import { versionRuns } from './version-runs.ts'
import { VersionSteps } from './version-steps.tsx'

/** A version and how it compares with what is live; null where it cannot be read. */
export type VersionLine = Omit<Version, 'config'> & {
  readonly changes: readonly Change[] | null
  readonly review: Review | null
}

interface Props {
  readonly site: Site
  /** Null while the reseller service does not say. */
  readonly lines: readonly VersionLine[] | null
  /** The version that their changes start from. */
  readonly comparedWith: number
  readonly state: SyncState
  readonly mayPublish: boolean
  readonly nextCursor: string | null
}

/**
 * All versions, newest first, with what each would change. Of drafts that one person saved in a row, the last. While there
 * are none to be had, the desk stays: somebody may be reading what it asks.
 */
export function VersionList({ site, lines, comparedWith, state, mayPublish, nextCursor }: Props) {
  const t = translator(site.config.locale, 'admin')
  const offers = lines && (mayPublish ? lines.flatMap((line) => offerOf(line, state)) : [])
  return (
    <section aria-label={t('versions')} tabIndex={-1}>
      <PublishDesk state={state} offers={offers} comparedWith={comparedWith}>
        {lines === null ? (
          <>
            <ServiceAway locale={site.config.locale} />
            <PublishesTold />
          </>
        ) : (
          <VersionLines site={site} state={state} lines={lines} offers={offers ?? []} />
        )}
      </PublishDesk>
      {nextCursor !== null && (
        <p className="row">
          <Link className="button" href={`/admin/versions?cursor=${encodeURIComponent(nextCursor)}`} prefetch={false}>
            {t('older')}
          </Link>
        </p>
      )}
    </section>
  )
}

interface LinesProps extends Pick<Props, 'site' | 'state'> {
  readonly lines: readonly VersionLine[]
  readonly offers: readonly AskedPublish[]
}

function VersionLines({ lines, ...given }: LinesProps) {
  const t = translator(given.site.config.locale, 'admin')
  return (
    <ol className="plain-list">
      {versionRuns(lines, given.state.liveVersion).map(({ last, steps }) => (
        <li key={last.version} className="panel">
          <VersionParts {...given} line={last} heading="h2" />
          {steps.length > 0 && (
            <VersionSteps
              versions={steps.map(({ version }) => version)}
              summary={t('stepsBefore', { count: steps.length })}
            >
              <ol className="plain-list">
                {steps.map((step) => (
                  <li key={step.version} className="panel">
                    <VersionParts {...given} line={step} heading="h3" />
                  </li>
                ))}
              </ol>
            </VersionSteps>
          )}
        </li>
      ))}
    </ol>
  )
}

/** What may be published of a line: not what is live, nor what cannot be read. */
function offerOf({ version, status, changes, review }: VersionLine, { liveVersion }: SyncState): AskedPublish[] {
  if (version === liveVersion || changes === null || review === null) return []
  return [{ version, rollback: status === 'superseded', changes, review }]
}

interface PartsProps extends Omit<LinesProps, 'lines'> {
  readonly line: VersionLine
  readonly heading: 'h2' | 'h3'
}

function VersionParts({ site, line, state, offers, heading }: PartsProps) {
  const t = translator(site.config.locale, 'admin')
  const live = line.version === state.liveVersion
  const offer = offers.find(({ version }) => version === line.version)
  return (
    <>
      <VersionHead site={site} line={line} live={live} heading={heading} />
      <VersionBody line={line} site={site} live={live} />
      <div className="row">
        <Link className="button" href={`/admin/preview?version=${line.version}`} prefetch={false}>
          {t('preview')}
        </Link>
        {offer && <PublishButton version={offer.version} rollback={offer.rollback} />}
      </div>
    </>
  )
}

interface LineProps {
  readonly site: Site
  readonly line: VersionLine
  readonly live: boolean
}

function VersionHead({ site, line, live, heading: Heading }: LineProps & Pick<PartsProps, 'heading'>) {
  const { locale, timeZone } = site.config
  const t = translator(locale, 'admin')
  const status = live ? 'live' : line.status === 'live' ? 'publishing' : line.status
  return (
    <div className="row apart">
      <div className="row">
        <Heading>{t('version', { version: line.version })}</Heading>
        <span className={`badge ${status === 'live' ? 'good' : status === 'publishing' ? 'warn' : ''}`}>
          {t(`status_${status}`)}
        </span>
        {line.review?.blocked && <span className="badge bad">{t('unreadable')}</span>}
      </div>
      <span className="muted">{listed([line.createdBy, formatMoment(line.createdAt, { locale, timeZone })])}</span>
    </div>
  )
}

function VersionBody({ site, line: { changes, review }, live }: LineProps) {
  const t = translator(site.config.locale, 'admin')
  if (changes === null || review === null) return <p className="note bad">{t('notReadable')}</p>
  return (
    <>
      {!live && (
        <details>
          <summary>{t('changesFromLive', { count: changes.length })}</summary>
          <DifferenceList changes={changes} />
        </details>
      )}
      {review.faults.length + review.gaps.length > 0 && (
        <details>
          <summary>{t('reportOf', { count: review.faults.length + review.gaps.length })}</summary>
          <ReviewList review={review} />
        </details>
      )}
    </>
  )
}
