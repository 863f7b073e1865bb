import { useId } from 'react'
import { useTranslations } from 'use-intl/react'
import { Locale, type ResellerConfig } from '#contracts/reseller-config.ts'
import { languageName } from '#lib/language/language-name.ts'
import { localesOf } from '#lib/language/languages.ts'
import { missingIn, translationSlots } from '#lib/language/translation-slots.ts'
import type { Editing } from './edit.ts'
import styles from './site-editor.module.css'
import { withFirstLanguage, withLanguage, withoutLanguage } from './site-languages.ts'

/** The languages of a site, and which of them is the first. */
export function LanguageFields({ config, edit }: Omit<Editing, 'faults'>) {
  const t = useTranslations('editor')
  const name = useId()
  const chosen = localesOf(config)
  const others = Locale.options.filter((locale) => !chosen.includes(locale))
  return (
    <>
      <p className="muted">{t('languagesHint')}</p>
      <ul className="plain-list">
        {[...chosen, ...others].map((locale) => {
          const on = chosen.includes(locale)
          const first = locale === config.locale
          return (
            <li key={locale} className={styles.language}>
              <label className={styles.check}>
                <input
                  type="checkbox"
                  checked={on}
                  disabled={first}
                  onChange={({ target }) =>
                    edit((now) => (target.checked ? withLanguage(now, locale) : withoutLanguage(now, locale)))
                  }
                />
                <span lang={locale}>{languageName(locale)}</span>
              </label>
              {on && (
                <label className={styles.check}>
                  <input
                    type="radio"
                    name={name}
                    checked={first}
                    aria-label={t('firstLanguageOf', { name: languageName(locale) })}
                    onChange={() => edit((now) => withFirstLanguage(now, locale))}
                  />
                  {t('firstLanguage')}
                </label>
              )}
              {on && !first && <Missing config={config} locale={locale} />}
            </li>
          )
        })}
      </ul>
      <p className="muted">{t('firstHint')}</p>
    </>
  )
}

function Missing({ config, locale }: { readonly config: ResellerConfig; readonly locale: Locale }) {
  const t = useTranslations('editor')
  const missing = missingIn(config, config.translations?.[locale] ?? {})
  return (
    <span className={missing > 0 ? 'badge warn' : 'badge good'}>
      {t('texts_missing', { missing, count: translationSlots(config).length })}
    </span>
  )
}
