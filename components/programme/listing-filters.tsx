import { SiteForm } from '#components/language/site-form.tsx'
import { SiteLink } from '#components/language/site-link.tsx'
import { Button } from '#components/ui/button.tsx'
import type { Site } from '#lib/reseller/site.ts'
import { translator } from '#lib/text/translator.ts'
import { type ListingQuery, listingHref } from './listing-query.ts'
import styles from './show-listing.module.css'

export const CATEGORIES = ['concert', 'theatre', 'family', 'comedy', 'dance', 'other'] as const

/** A search form and one link per kind of show. */
export function ListingFilters({ site, query }: { readonly site: Site; readonly query: ListingQuery }) {
  const t = translator(site.config.locale, 'list')
  return (
    <div className={styles.filters}>
      <search>
        <SiteForm action="/shows" className={styles.form}>
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
          />
          {query.category && <input type="hidden" name="category" value={query.category} />}
          <Button type="submit" kind="quiet">
            {t('submit')}
          </Button>
        </SiteForm>
      </search>
      <nav aria-label={t('categories')}>
        <ul className={styles.kinds}>
          {[undefined, ...CATEGORIES].map((category) => (
            <li key={category ?? 'everything'}>
              <SiteLink
                href={listingHref(query, { category })}
                aria-current={query.category === category ? 'page' : undefined}
                prefetch={false}
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
