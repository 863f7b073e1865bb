import { type ListingQuery, listingHref } from '#components/programme/listing-href.ts'
import { Icon } from '#components/ui/icon.tsx'
import type { Site } from '#lib/reseller/site.ts'
import { translator } from '#lib/text/translator.ts'
import { activeFilters } from './active-filters.ts'
import { FilterChip } from './filter-chip.tsx'
import styles from './filter-chips.module.css'
import { filterWords } from './filter-words.ts'

/** What narrows the list; each of them goes at a click, and all at once. */
export function FilterChips({ site, query }: { readonly site: Site; readonly query: ListingQuery }) {
  const t = translator(site.config.locale, 'find')
  const filters = activeFilters(query)
  if (filters.length === 0) return null
  return (
    <ul className={styles.chips} aria-label={t('active')}>
      {filters.map(({ name, removal }) => {
        const words = filterWords(site, query, name)
        return (
          <li key={name}>
            <FilterChip
              className={styles.chip}
              href={listingHref(query, removal)}
              aria-label={t('remove', { filter: words })}
            >
              {words} <Icon name="close" />
            </FilterChip>
          </li>
        )
      })}
      {filters.length > 1 && (
        <li>
          <FilterChip
            className={styles.all}
            href={listingHref({ sort: query.sort, view: query.view, month: query.month })}
          >
            {t('clear')}
          </FilterChip>
        </li>
      )}
    </ul>
  )
}
