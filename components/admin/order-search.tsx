'use client'

import { type SyntheticEvent, useId } from 'react'
import { useTranslations } from 'use-intl/react'
import { OrderResults } from './order-results.tsx'
import styles from './order-search.module.css'
import { useOrderSearch } from './use-order-search.ts'

/** Finds orders while one types; without a word, the newest. */
export function OrderSearch() {
  const t = useTranslations('staffOrders')
  const id = useId()
  const search = useOrderSearch()
  const typed = ({ currentTarget, nativeEvent }: SyntheticEvent<HTMLInputElement>) => {
    // Letters that are still being composed, as in Japanese, are not a word yet: the field shows them, nothing is asked.
    if ('isComposing' in nativeEvent && nativeEvent.isComposing) search.compose(currentTarget.value)
    else search.type(currentTarget.value)
  }
  return (
    <>
      <search>
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault()
            search.ask(search.text)
          }}
        >
          <div className="field">
            <label htmlFor={id}>{t('label')}</label>
            <div className={styles.row}>
              <input
                id={id}
                type="search"
                value={search.text}
                onChange={typed}
                onCompositionEnd={typed}
                maxLength={254}
                autoComplete="off"
                autoCapitalize="off"
                spellCheck={false}
                enterKeyHint="search"
                aria-describedby={`${id}-hint`}
              />
              <button type="submit" className="button strong">
                {t('search')}
              </button>
            </div>
            <p id={`${id}-hint`} className="muted">
              {t('hint')}
            </p>
          </div>
        </form>
      </search>
      <OrderResults search={search} />
    </>
  )
}
