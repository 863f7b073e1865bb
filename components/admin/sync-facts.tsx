import type { SyncState } from '#contracts/storefront.ts'
import { formatMoment } from '#lib/format/date.ts'
import type { Site } from '#lib/reseller/site.ts'
import { translator } from '#lib/text/translator.ts'
import { LiveRefresh } from './live-refresh.tsx'

/** How long a change may take from the reseller service to the pages before somebody should look into it. */
const SLOW_MS = 10_000

/** What is live, since when, and how long the way here took. */
export function SyncFacts({ site, state }: { readonly site: Site; readonly state: SyncState }) {
  const { locale, timeZone } = site.config
  const t = translator(locale, 'admin')
  const moment = (at: string | null) => (at === null ? '–' : formatMoment(at, { locale, timeZone }))
  const lagMs = lagOf(state)
  const waiting = state.newestVersion !== null && state.newestVersion !== state.liveVersion
  return (
    <section className="panel" aria-labelledby="sync">
      <LiveRefresh />
      <h2 id="sync">{t('sync')}</h2>
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
