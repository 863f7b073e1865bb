import { FilterFields } from '#components/find/filter-fields.tsx'
import { FindForm } from '#components/find/find-form.tsx'
import { SiteLink } from '#components/language/site-link.tsx'
import { Button } from '#components/ui/button.tsx'
import type { Site } from '#lib/reseller/site.ts'
import { translator } from '#lib/text/translator.ts'
import { CATEGORIES } from './categories.ts'
import { type ListingQuery, listingHref } from './listing-href.ts'
import type { City } from './programme-page.ts'
import styles from './show-listing.module.css'

interface Props {
  readonly site: Site
  readonly query: ListingQuery
  readonly cities: readonly City[]
}

/** A search that answers while one types, what narrows it, and one link per kind of show. */
export function ListingFilters({ site, query, cities }: Props) {
  const t = translator(site.config.locale, 'list')
  return (
    <div className={styles.filters}>
      <search>
        <FindForm here={listingHref(query)}>
          <div className={styles.words}>
            <label className="visually-hidden" htmlFor="q">
              {t('search')}
            </label>
            <input
              id="q"
              name="q"
              type="search"
              defaultValue={query.q}
              placeholder={t('searchPlaceholder')}
              maxLength={120}
              autoComplete="off"
              enterKeyHint="search"
            />
            <Button type="submit" kind="quiet">
              {t('submit')}
            </Button>
          </div>
          <FilterFields site={site} query={query} cities={cities} />
          {/* What is chosen elsewhere on the page goes along with every question. */}
          <input type="hidden" name="category" value={query.category ?? ''} />
          <input type="hidden" name="view" value={query.view ?? ''} />
          <input type="hidden" name="month" value={query.month ?? ''} />
        </FindForm>
      </search>
      <nav aria-label={t('categories')}>
        <ul className={styles.kinds}>
          {[undefined, ...CATEGORIES].map((category) => (
            <li key={category ?? 'everything'}>
              <SiteLink
                href={listingHref(query, { category })}
                aria-current={query.category === category ? 'page' : undefined}
                prefetch={false}
                scroll={false}
              >
                {t(category ?? 'everything')}
              </SiteLink>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  )
}
