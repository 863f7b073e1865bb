import Link from 'next/link'
import type { SyncState } from '#contracts/storefront.ts'
import type { Version } from '#lib/admin/versions.ts'
import type { Change } from '#lib/config-review/difference.ts'
import type { Review } from '#lib/config-review/review.ts'
import { formatMoment } from '#lib/format/date.ts'
import type { Site } from '#lib/reseller/site.ts'
import { translator } from '#lib/text/translator.ts'
import { DifferenceList } from './difference-list.tsx'
import { PublishButton } from './publish-button.tsx'
import { ReviewList } from './review-list.tsx'

/** A version and how it compares with what is live; null where it cannot be read. */
export type VersionLine = Omit<Version, 'config'> & {
  readonly changes: readonly Change[] | null
  readonly review: Review | null
}

interface Props {
  readonly site: Site
  readonly lines: readonly VersionLine[]
  readonly state: SyncState
  readonly mayPublish: boolean
  readonly nextCursor: string | null
}

/** All versions, newest first, with what each would change. */
export function VersionList({ site, lines, state, mayPublish, nextCursor }: Props) {
  const t = translator(site.config.locale, 'admin')
  return (
    <section aria-label={t('versions')}>
      <ol className="plain-list">
        {lines.map((line) => (
          <li key={line.version} className="panel">
            <VersionHead site={site} line={line} live={line.version === state.liveVersion} />
            <VersionBody line={line} site={site} live={line.version === state.liveVersion} />
            <div className="row">
              <Link className="button" href={`/admin/preview?version=${line.version}`} prefetch={false}>
                {t('preview')}
              </Link>
              {mayPublish && line.version !== state.liveVersion && line.review && line.changes && (
                <PublishButton
                  version={line.version}
                  rollback={line.status === 'superseded'}
                  changes={line.changes}
                  review={line.review}
                  state={state}
                />
              )}
            </div>
          </li>
        ))}
      </ol>
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

interface LineProps {
  readonly site: Site
  readonly line: VersionLine
  readonly live: boolean
}

function VersionHead({ site, line, live }: LineProps) {
  const { locale, timeZone } = site.config
  const t = translator(locale, 'admin')
  const status = live ? 'live' : line.status === 'live' ? 'publishing' : line.status
  return (
    <div className="row">
      <h2>{t('version', { version: line.version })}</h2>
      <span className={`badge ${status === 'live' ? 'good' : status === 'publishing' ? 'warn' : ''}`}>
        {t(`status_${status}`)}
      </span>
      {line.review?.blocked && <span className="badge bad">{t('unreadable')}</span>}
      <span className="muted push">
        {line.createdBy} · {formatMoment(line.createdAt, { locale, timeZone })}
      </span>
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
