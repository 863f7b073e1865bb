import type { ListingQuery } from '#components/programme/listing-href.ts'
import type { City } from '#components/programme/programme-page.ts'
import type { Site } from '#lib/reseller/site.ts'
import { type Translator, translator } from '#lib/text/translator.ts'
import styles from './filter-fields.module.css'

interface Props {
  readonly site: Site
  readonly query: ListingQuery
  /** What core says about where there is something to find. */
  readonly cities: readonly City[]
}

/** Where, when, for how much, in which order. On a phone they fold away under one line. */
export function FilterFields({ site, query, cities }: Props) {
  const { locale, currency } = site.config
  const t = translator(locale, 'find')
  return (
    <details className={styles.more}>
      <summary>{t('filters')}</summary>
      <div className={styles.fields}>
        <CityField t={t} chosen={query.city} cities={cities} />
        <label>
          <span>{t('from')}</span>
          <input type="date" name="from" defaultValue={query.from} />
        </label>
        <label>
          <span>{t('to')}</span>
          <input type="date" name="to" defaultValue={query.to} />
        </label>
        <label>
          <span>{t('price', { currency })}</span>
          <input type="number" name="price" min="1" max="9999999" inputMode="numeric" defaultValue={query.price} />
        </label>
        <OrderField t={t} chosen={query.sort} />
        <label className={styles.check}>
          <input type="checkbox" name="available" value="1" defaultChecked={query.available === '1'} />
          <span>{t('available')}</span>
        </label>
      </div>
    </details>
  )
}

interface FieldProps {
  readonly t: Translator<'find'>
}

function CityField({
  t,
  chosen,
  cities,
}: FieldProps & { readonly chosen?: string | undefined } & Pick<Props, 'cities'>) {
  const known = cities.find(({ name }) => name.toLowerCase() === chosen?.toLowerCase())
  // A city without a show under the other filters stays the one that is chosen.
  const all = chosen && !known ? [{ name: chosen, shows: 0 }, ...cities] : cities
  if (all.length === 0) return null
  return (
    <label>
      <span>{t('city')}</span>
      <select name="city" defaultValue={known?.name ?? chosen ?? ''}>
        <option value="">{t('anyCity')}</option>
        {all.map(({ name, shows }) => (
          <option key={name} value={name}>
            {t('cityOption', { city: name, shows })}
          </option>
        ))}
      </select>
    </label>
  )
}

const ORDERS = {
  '': 'soonest',
  '-date': 'latest',
  price: 'cheapest',
  '-price': 'dearest',
  name: 'byName',
  '-name': 'byNameBack',
} as const

function OrderField({ t, chosen = '' }: FieldProps & { readonly chosen?: string | undefined }) {
  return (
    <label>
      <span>{t('order')}</span>
      <select name="sort" defaultValue={chosen}>
        {Object.entries(ORDERS).map(([value, words]) => (
          <option key={value} value={value}>
            {t(words)}
          </option>
        ))}
      </select>
    </label>
  )
}
