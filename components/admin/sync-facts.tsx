import type { SyncState } from '#contracts/storefront.ts'
import type { SyncProblem } from '#lib/admin/sync-problems.ts'
import { formatMoment } from '#lib/format/date.ts'
import type { Site } from '#lib/reseller/site.ts'
import { type Translator, translator } from '#lib/text/translator.ts'
import { LiveRefresh } from './live-refresh.tsx'

/** How long a change may take from the reseller service to the pages before somebody should look into it. */
const SLOW_MS = 10_000

interface Props {
  readonly site: Site
  readonly state: SyncState
  readonly problems: readonly SyncProblem[]
}

/** What is live, since when, how long the way here took, and whether anything is missing. */
export function SyncFacts({ site, state, problems }: Props) {
  const { locale, timeZone } = site.config
  const t = translator(locale, 'admin')
  const moment = (at: string | null) => (at === null ? '–' : formatMoment(at, { locale, timeZone }))
  const lagMs = lagOf(state)
  const waiting = state.newestVersion !== null && state.newestVersion !== state.liveVersion
  return (
    <section className="panel" aria-labelledby="sync">
      <LiveRefresh />
      <h2 id="sync">{t('sync')}</h2>
      {problems.map((problem) => (
        <p key={problem.of} className={`note ${problem.of === 'serviceAway' ? 'warn' : 'bad'}`}>
          {wordsOf(t, problem, moment)}
        </p>
      ))}
      <dl className="facts">
        <div>
          <dt>{t('liveVersion')}</dt>
          <dd>{state.liveVersion ?? '–'}</dd>
        </div>
        <div>
          <dt>{t('newestVersion')}</dt>
          <dd>
            {state.newestVersion ?? '–'} {waiting && <span className="badge warn">{t('notLive')}</span>}
          </dd>
        </div>
        <div>
          <dt>{t('announced')}</dt>
          <dd>{moment(state.announcedAt)}</dd>
        </div>
        <div>
          <dt>{t('arrived')}</dt>
          <dd>{moment(state.publishedAt)}</dd>
        </div>
        <div>
          <dt>{t('lag')}</dt>
          <dd>
            {lagMs === null ? '–' : t('seconds', { number: lagMs / 1000 })}{' '}
            {lagMs !== null && lagMs > SLOW_MS && <span className="badge bad">{t('slow')}</span>}
          </dd>
        </div>
      </dl>
    </section>
  )
}

/** Clocks of two machines: a little less than nothing is nothing. */
function lagOf({ announcedAt, publishedAt }: SyncState): number | null {
  if (announcedAt === null || publishedAt === null) return null
  return Math.max(0, Date.parse(publishedAt) - Date.parse(announcedAt))
}

function wordsOf(t: Translator<'admin'>, problem: SyncProblem, moment: (at: string) => string): string {
  switch (problem.of) {
    case 'behind':
      return problem.workedTo === null ? t('sync_behindUnknown') : t('sync_behind', { time: moment(problem.workedTo) })
    case 'serviceAway':
      return t('sync_serviceAway')
    default:
      return t(`sync_${problem.of}`, { version: problem.version })
  }
}
