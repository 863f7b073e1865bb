import { SiteLink } from '#components/language/site-link.tsx'
import { StaleLine } from '#components/problem/stale-line.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Site } from '#lib/reseller/site.ts'
import { translator } from '#lib/text/translator.ts'
import { CATEGORIES, ListingFilters } from './listing-filters.tsx'
import { type ListingQuery, listingHref } from './listing-query.ts'
import { Programme } from './programme.tsx'
import type { ProgrammePage } from './programme-page.ts'
import styles from './show-listing.module.css'

interface Props {
  readonly site: Site
  readonly query: ListingQuery
  /** What was found; null when core cannot be reached. */
  readonly programme: ProgrammePage | null
}

/** Everything that is on, a page at a time, found by word or kind. Works without a script. */
export function ShowListing({ site, query, programme }: Props) {
  const t = translator(site.config.locale, 'list')
  return (
    <div className={`frame ${styles.listing}`}>
      <h1 className={styles.title}>{t('title')}</h1>
      <ListingFilters site={site} query={query} />
      <Found site={site} query={query} programme={programme} />
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

/** A category that we have no word for is everything else. */
const foundKind = ({ category }: ListingQuery) =>
  category === undefined ? 'everything' : (CATEGORIES.find((known) => known === category) ?? 'other')

function Found({ site, query, programme }: Props) {
  const t = translator(site.config.locale, 'list')
  const home = translator(site.config.locale, 'home')
  if (programme === null)
    return <Notice tone="warning" title={home('unreachableTitle')} text={home('unreachableText')} />
  if (programme.items.length > 0)
    return (
      <>
        <StaleLine site={site} since={programme.staleSince} />
        <h2 className="visually-hidden">{t(foundKind(query))}</h2>
        <Programme site={site} shows={programme.items} />
      </>
    )
  const filtered = query.q !== undefined || query.category !== undefined || query.city !== undefined
  if (!filtered)
    return <Notice title={home('emptyTitle')} text={home('emptyText', { email: site.config.support.email })} />
  return (
    <Notice title={t('emptyTitle')} text={t('emptyText')}>
      <ButtonLink href="/shows" kind="quiet">
        {t('showAll')}
      </ButtonLink>
    </Notice>
  )
}
