import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { TEXT_LIMITS } from '#contracts/config-limits.ts'
import type { Locale } from '#contracts/reseller-config.ts'
import { given } from '#lib/language/given.ts'
import { languageName } from '#lib/language/language-name.ts'
import { localesOf } from '#lib/language/languages.ts'
import { type TranslationSlot, translationSlots } from '#lib/language/translation-slots.ts'
import type { Editing } from './edit.ts'
import { ChoiceField, InputField } from './input-field.tsx'
import { OriginalText } from './original-text.tsx'
import styles from './site-editor.module.css'

/** Longer ones are typed in more than one line. */
const ONE_LINE = 120

/** Up to this length the original stands above its translation and is read out with it: a section's text, but no legal text. */
const BESIDE = TEXT_LIMITS.sectionText

/** Every text of the site beside its words in another of its languages. */
export function TranslationFields({ config, edit }: Omit<Editing, 'faults'>) {
  const t = useTranslations('editor')
  const others = localesOf(config).slice(1)
  const [asked, ask] = useState<Locale>()
  const locale = asked && others.includes(asked) ? asked : others[0]
  if (locale === undefined) return <p className="muted">{t('translationsNone')}</p>
  const words = config.translations?.[locale] ?? {}
  const set = (slot: TranslationSlot, text: string) =>
    edit((now) => {
      const translation = slot.write(now.translations?.[locale] ?? {}, given(text))
      return { ...now, translations: { ...now.translations, [locale]: translation } }
    })
  return (
    <>
      <p className="muted">{t('translationsHint')}</p>
      <ChoiceField
        label={t('translationLanguage')}
        value={locale}
        options={others.map((value) => ({ value, text: languageName(value) }))}
        onValue={ask}
      />
      {translationSlots(config).map((slot) => {
        const name = t(`slot_${slot.of}`, { place: slot.place })
        const folded = slot.maxLength > BESIDE
        return (
          <div key={`${locale} ${slot.key}`} className={styles.translation}>
            <InputField
              label={name}
              hint={folded ? undefined : slot.original}
              hintLang={config.locale}
              lang={locale}
              long={slot.maxLength > ONE_LINE}
              maxLength={slot.maxLength}
              value={slot.read(words) ?? ''}
              onValue={(text) => set(slot, text)}
            />
            {folded && <OriginalText name={name} text={slot.original} lang={config.locale} />}
          </div>
        )
      })}
    </>
  )
}
