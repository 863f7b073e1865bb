import type { Show } from '#contracts/show.ts'
import { formatLongDay, formatTime } from '#lib/format/date.ts'
import { venueAddress } from '#lib/format/venue-address.ts'
import { instantsOf } from '#lib/format/viewer-time.ts'
import { minutesAhead } from '#lib/format/zoned-time.ts'
import { langOfShow } from '#lib/language/lang-of.ts'
import type { Site } from '#lib/reseller/site.ts'
import { isolated } from '#lib/text/isolated.ts'
import { translator } from '#lib/text/translator.ts'
import styles from './show-facts.module.css'
import { ViewerTime } from './viewer-time.tsx'

/** When and where, in the venue's own time; and in the viewer's, where that is another. */
export function ShowFacts({ site, show }: { readonly site: Site; readonly show: Show }) {
  const { locale } = site.config
  const { venue, startsAt, doorsAt, endsAt, ageAdvice } = show
  const t = translator(locale, 'show')
  const place = { timeZone: venue.timeZone, locale }
  const evening = { doors: doorsAt, starts: startsAt, ends: endsAt }
  return (
    <dl className={`frame ${styles.facts}`}>
      <div>
        <dt>{t('when')}</dt>
        <dd>
          <time dateTime={startsAt}>{formatLongDay(startsAt, place)}</time>
        </dd>
      </div>
      <div>
        <dt>{t('starts')}</dt>
        <dd>
          {formatTime(startsAt, place)}
          {doorsAt && <small>{t('doorsAt', { time: formatTime(doorsAt, place) })}</small>}
          {endsAt && (
            <small>
              {t('ends')} {formatTime(endsAt, place)}
            </small>
          )}
          <ViewerTime
            {...evening}
            venueZone={venue.timeZone}
            venueAhead={instantsOf(evening).map((at) => minutesAhead(venue.timeZone, at))}
          />
        </dd>
      </div>
      <div>
        <dt>{t('where')}</dt>
        <dd>
          {isolated(venue.name)}
          <small>{isolated(venueAddress(venue))}</small>
        </dd>
      </div>
      {ageAdvice && (
        <div>
          <dt>{t('age')}</dt>
          <dd className={styles.plain} lang={langOfShow(site, show)} dir="auto">
            {ageAdvice}
          </dd>
        </div>
      )}
    </dl>
  )
}
