import { SiteLink } from '#components/language/site-link.tsx'
import { type ListingQuery, listingHref } from '#components/programme/listing-href.ts'
import { formatLongDay, formatMonth } from '#lib/format/date.ts'
import type { Site } from '#lib/reseller/site.ts'
import { translator } from '#lib/text/translator.ts'
import { CalendarKeys } from './calendar-keys.tsx'
import type { ShowCalendar as Calendar } from './found.ts'
import { firstWeekdayOf, monthAfter, monthGrid } from './month-grid.ts'
import styles from './show-calendar.module.css'

interface Props {
  readonly site: Site
  readonly query: ListingQuery
  readonly calendar: Calendar
}

/** A month; days with shows lead to them. A day is the calendar's at the venue, wherever one looks from. */
export function ShowCalendar({ site, query, calendar: { month, days } }: Props) {
  const { locale } = site.config
  const t = translator(locale, 'find')
  const grid = monthGrid(month, firstWeekdayOf(locale))
  return (
    <section className={styles.calendar} aria-label={t('viewCalendar')}>
      <Turn query={query} to={neighbour(days, month, -1)} locale={locale} word="earlier" />
      <CalendarKeys>
        <table className={styles.month}>
          <caption aria-live="polite">{monthInWords(month, locale)}</caption>
          <Weekdays week={grid[1] ?? []} locale={locale} />
          <tbody>
            {grid.map((week) => (
              <tr key={week.find(Boolean)}>
                {week.map((day, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: days of other months have nothing but their column
                  <td key={column}>{day && <Day site={site} query={query} day={day} days={days} />}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </CalendarKeys>
      <Turn query={query} to={neighbour(days, month, 1)} locale={locale} word="later" />
      <p className={styles.hint}>{t('hint')}</p>
    </section>
  )
}

/** The next month, if there is a show in it or after it. */
function neighbour(days: Calendar['days'], month: string, by: 1 | -1): string | null {
  const [first, last] = [days[0]?.day.slice(0, 7), days.at(-1)?.day.slice(0, 7)]
  const to = monthAfter(month, by)
  if (!first || !last) return null
  return (by === 1 ? to <= last : to >= first) ? to : null
}

type Locale = Site['config']['locale']

function Turn({
  query,
  to,
  locale,
  word,
}: {
  readonly query: ListingQuery
  readonly to: string | null
  readonly locale: Locale
  readonly word: 'earlier' | 'later'
}) {
  if (to === null) return <span className={styles.turn} data-turn={word} />
  return (
    <SiteLink
      className={styles.turn}
      data-turn={word}
      href={listingHref(query, { month: to, from: undefined, to: undefined })}
      aria-label={translator(locale, 'find')(word, { month: monthInWords(to, locale) })}
      prefetch={false}
      scroll={false}
    >
      <span aria-hidden="true">{word === 'earlier' ? '←' : '→'}</span>
    </SiteLink>
  )
}

function Weekdays({ week, locale }: { readonly week: readonly (string | null)[]; readonly locale: Locale }) {
  const name = (day: string, weekday: 'short' | 'long') =>
    new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' }).format(noon(day))
  return (
    <thead>
      <tr>
        {week.map(
          (day) =>
            day && (
              <th key={day} scope="col" abbr={name(day, 'long')}>
                {name(day, 'short')}
              </th>
            ),
        )}
      </tr>
    </thead>
  )
}

function Day({
  site,
  query,
  day,
  days,
}: Omit<Props, 'calendar'> & { readonly day: string; readonly days: Calendar['days'] }) {
  const shows = days.find((one) => one.day === day)?.shows
  const date = Number(day.slice(8))
  if (shows === undefined) return <span className={styles.day}>{date}</span>
  const { locale } = site.config
  const chosen = query.from === day && query.to === day
  const words = formatLongDay(noon(day).toISOString(), { timeZone: 'UTC', locale })
  const only = chosen ? { from: undefined, to: undefined } : { from: day, to: day }
  return (
    <SiteLink
      className={styles.day}
      href={listingHref(query, { ...only, month: day.slice(0, 7) })}
      data-day={day}
      aria-current={chosen || undefined}
      aria-label={translator(locale, 'find')('dayShows', { day: words, count: shows })}
      prefetch={false}
      scroll={false}
    >
      {date}
    </SiteLink>
  )
}

const monthInWords = (month: string, locale: Locale): string =>
  formatMonth(noon(`${month}-01`).toISOString(), { timeZone: 'UTC', locale })

/** A day has no time; noon in UTC writes it as it is. */
const noon = (day: string): Date => new Date(`${day}T12:00:00Z`)
