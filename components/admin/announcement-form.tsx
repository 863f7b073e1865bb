'use client'

import { useId, useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { TEXT_LIMITS } from '#contracts/config-limits.ts'
import { AnnouncementPreview } from './announcement-preview.tsx'
import { AnnouncementText } from './announcement-text.tsx'
import { MomentField } from './moment-field.tsx'
import { useAnnouncing } from './use-announcing.ts'

interface Language {
  readonly locale: string
  readonly name: string
}

interface Props {
  /** Of the shop by their own names: the first one, and the others. */
  readonly first: Language
  readonly others: readonly Language[]
  readonly timeZone: string
  readonly look: string
}

/** Writes an announcement, and shows it while it is written. */
export function AnnouncementForm({ first, others, timeZone, look }: Props) {
  const t = useTranslations('staffAnnouncements')
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const languages = [first, ...others]
  const locales = languages.map(({ locale }) => locale)
  const { fields, faults, outcome, change, submit } = useAnnouncing(form, locales, timeZone)
  const [spoken, setSpoken] = useState(first)
  const textIn = (locale: string) => fields.texts[locale]?.trim() ?? ''
  const wrong = (field: 'startsAt' | 'until' | 'href') => faults.includes(field) && t(`wrong_${field}`)
  const moments = [
    { name: 'startsAt', label: t('from'), hint: t('fromHint') },
    { name: 'until', label: t('until'), hint: t('untilHint') },
  ] as const
  return (
    <form ref={form} className="panel" aria-labelledby={`${id}-title`} method="post" onSubmit={submit} noValidate>
      <h2 id={`${id}-title`}>{t('write')}</h2>
      {languages.map((language, at) => {
        const name = at === 0 ? 'text' : (`text ${language.locale}` as const)
        return (
          <AnnouncementText
            key={language.locale}
            {...{ name, locale: language.locale, first: at === 0, faulty: faults.includes(name) }}
            language={languages.length > 1 ? language.name : null}
            value={fields.texts[language.locale] ?? ''}
            onFocus={() => setSpoken(language)}
            onChange={(text) => change({ texts: { ...fields.texts, [language.locale]: text } })}
          />
        )
      })}
      <div className="fields">
        {moments.map(({ name, ...words }) => (
          <MomentField
            key={name}
            {...{ name, ...words, fault: wrong(name), value: fields[name] }}
            onChange={(reading) => change({ [name]: reading })}
          />
        ))}
        <div className="field">
          <label htmlFor={`${id}-href`}>{t('href')}</label>
          <input
            id={`${id}-href`}
            name="href"
            value={fields.href}
            maxLength={TEXT_LIMITS.href}
            autoCapitalize="off"
            spellCheck={false}
            aria-invalid={faults.includes('href')}
            aria-describedby={`${id}-href-hint`}
            onChange={({ target }) => change({ href: target.value })}
          />
          <p id={`${id}-href-hint`} className={wrong('href') ? 'fault' : 'muted'}>
            {wrong('href') || t('hrefHint')}
          </p>
        </div>
      </div>
      <p className="muted">{t('zone', { zone: timeZone.replaceAll('_', ' ') })}</p>
      <AnnouncementPreview
        text={textIn(spoken.locale) || textIn(first.locale) || t('sample')}
        lang={spoken.locale}
        hasLink={fields.href.trim() !== ''}
        look={look}
        title={languages.length > 1 ? t('previewOf', { language: spoken.name }) : t('preview')}
      />
      <div className="row">
        <button type="submit" className="button strong" disabled={outcome === 'busy'}>
          {t(outcome === 'busy' ? 'publishing' : 'publish')}
        </button>
        <p role="status">{outcome !== 'idle' && outcome !== 'busy' && t(outcome)}</p>
      </div>
    </form>
  )
}
