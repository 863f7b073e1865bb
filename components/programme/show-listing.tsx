import { COUNT_ID } from '#components/find/filter-chip.tsx'
import { FilterChips } from '#components/find/filter-chips.tsx'
import type { Found } from '#components/find/found.ts'
import { NothingFound } from '#components/find/nothing-found.tsx'
import { ShowCalendar } from '#components/find/show-calendar.tsx'
import { SiteLink } from '#components/language/site-link.tsx'
import { StaleLine } from '#components/problem/stale-line.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Site } from '#lib/reseller/site.ts'
import { translator } from '#lib/text/translator.ts'
import { CATEGORIES } from './categories.ts'
import { ListingFilters } from './listing-filters.tsx'
import { type ListingQuery, listingHref } from './listing-href.ts'
import { Programme } from './programme.tsx'
import styles from './show-listing.module.css'

interface Props {
  readonly site: Site
  readonly query: ListingQuery
  readonly found: Found
}

/** Everything that is on, a page at a time, found by word, kind, place, time and price. Works without a script. */
export function ShowListing({ site, query, found }: Props) {
  const t = translator(site.config.locale, 'list')
  const { programme, calendar } = found
  return (
    <div className={`frame ${styles.listing}`}>
      <h1 className={styles.title}>{t('title')}</h1>
      <ListingFilters site={site} query={query} cities={programme?.cities ?? []} />
      <Head site={site} query={query} found={found} />
      <div className={styles.found}>
        {calendar && <ShowCalendar site={site} query={query} calendar={calendar} />}
        <Shows site={site} query={query} found={found} />
      </div>
      <p className={styles.ways}>
        {query.cursor && (
          <SiteLink href={listingHref(query)} prefetch={false}>
            {t('fromStart')}
          </SiteLink>
        )}
        {programme?.nextCursor && (
          <ButtonLink
            href={listingHref(query, { cursor: programme.nextCursor })}
            kind="quiet"
            size="large"
            prefetch={false}
          >
            {t('more')}
          </ButtonLink>
        )}
      </p>
    </div>
  )
}

/** How many, spoken when it changes; what narrows them; and as what they are shown. */
function Head({ site, query, found: { programme } }: Props) {
  const t = translator(site.config.locale, 'find')
  const views = [
    { view: undefined, words: t('viewList') },
    { view: 'calendar', words: t('viewCalendar') },
  ] as const
  return (
    <div className={styles.head}>
      <p id={COUNT_ID} role="status" tabIndex={-1} className={styles.count}>
        {programme?.total !== undefined && t('count', { count: programme.total })}
      </p>
      <FilterChips site={site} query={query} />
      <nav aria-label={t('view')}>
        <ul className={styles.views}>
          {views.map(({ view, words }) => (
            <li key={words}>
              <SiteLink
                href={listingHref(query, { view, month: undefined })}
                aria-current={query.view === view || undefined}
                prefetch={false}
                scroll={false}
              >
                {words}
              </SiteLink>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  )
}

/** A category that we have no word for is everything else. */
const foundKind = ({ category }: ListingQuery) =>
  category === undefined ? 'everything' : (CATEGORIES.find((known) => known === category) ?? 'other')

function Shows({ site, query, found: { programme, ways } }: Props) {
  const t = translator(site.config.locale, 'list')
  const home = translator(site.config.locale, 'home')
  if (programme === null)
    return <Notice tone="warning" title={home('unreachableTitle')} text={home('unreachableText')} />
  if (programme.items.length === 0) return <NothingFound site={site} query={query} ways={ways} />
  return (
    <>
      <StaleLine site={site} since={programme.staleSince} />
      <h2 className="visually-hidden">{t(foundKind(query))}</h2>
      <Programme site={site} shows={programme.items} />
    </>
  )
}
