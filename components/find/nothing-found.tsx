import { type ListingQuery, listingHref } from '#components/programme/listing-href.ts'
import { ButtonLink } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { Site } from '#lib/reseller/site.ts'
import { translator } from '#lib/text/translator.ts'
import { activeFilters } from './active-filters.ts'
import { FilterChip } from './filter-chip.tsx'
import styles from './filter-chips.module.css'
import { filterWords } from './filter-words.ts'
import type { Way } from './found.ts'

interface Props {
  readonly site: Site
  readonly query: ListingQuery
  readonly ways: readonly Way[]
}

/** Nothing matches: which filter stands in the way, how much there is without it, and everything that is on. */
export function NothingFound({ site, query, ways }: Props) {
  const { locale, support } = site.config
  const list = translator(locale, 'list')
  const home = translator(locale, 'home')
  const t = translator(locale, 'find')
  if (activeFilters(query).length === 0 && !query.view)
    return <Notice title={home('emptyTitle')} text={home('emptyText', { email: support.email })} />
  return (
    <Notice title={list('emptyTitle')} text={ways.length > 0 ? t('waysTitle') : list('emptyText')}>
      {ways.map(({ name, removal, shows }) => (
        <FilterChip key={name} className={styles.chip} href={listingHref(query, removal)}>
          {/* The sentence has quotation marks of its own. */}
          {t('without', { filter: name === 'q' ? (query.q ?? '') : filterWords(site, query, name), count: shows })}
        </FilterChip>
      ))}
      <ButtonLink href="/shows" kind="quiet" prefetch={false}>
        {list('showAll')}
      </ButtonLink>
    </Notice>
  )
}
