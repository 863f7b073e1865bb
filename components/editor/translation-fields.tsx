import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { Locale } from '#contracts/reseller-config.ts'
import { languageName } from '#lib/language/language-name.ts'
import { localesOf } from '#lib/language/languages.ts'
import type { Editing } from './edit.ts'
import { ChoiceField, InputField } from './input-field.tsx'
import { type TranslationSlot, translationSlots } from './translation-slots.ts'

/** Longer ones are typed in more than one line. */
const ONE_LINE = 120

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
      const translation = slot.write(now.translations?.[locale] ?? {}, text === '' ? null : text)
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
      {translationSlots(config).map((slot) => (
        <InputField
          key={`${locale} ${slot.key}`}
          label={t(`slot_${slot.of}`, { place: slot.place })}
          hint={slot.original}
          hintLang={config.locale}
          lang={locale}
          long={slot.maxLength > ONE_LINE}
          maxLength={slot.maxLength}
          value={slot.read(words) ?? ''}
          onValue={(text) => set(slot, text)}
        />
      ))}
    </>
  )
}
