'use client'

import { type RefObject, useId, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { TEXT_LIMITS } from '#contracts/config-limits.ts'
import { AnnouncementPreview, type CardWords } from './announcement-preview.tsx'
import { AnnouncementQuestion } from './announcement-question.tsx'
import { AnnouncementText } from './announcement-text.tsx'
import { MomentField } from './moment-field.tsx'
import { StaffButton } from './staff-button.tsx'
import type { Announcing } from './use-announcing.ts'

interface Language {
  readonly locale: string
  readonly name: string
  readonly card: CardWords
}

interface Props {
  /** Of the shop, as the page's language calls them: the first one, and the others. */
  readonly first: Language
  readonly others: readonly Language[]
  readonly timeZone: string
  readonly look: string
  readonly form: RefObject<HTMLFormElement | null>
  readonly announcing: Announcing
}

/** Writes an announcement, shows it while it is written, and asks once before it is announced. */
export function AnnouncementForm({ first, others, timeZone, look, form, announcing }: Props) {
  const t = useTranslations('staffAnnouncements')
  const id = useId()
  const languages = [first, ...others]
  const { fields, faults, outcome, change, submit, bringBack } = announcing
  const [spoken, setSpoken] = useState(first)
  const textIn = (locale: string) => fields.texts[locale]?.trim() ?? ''
  const wrong = (field: 'startsAt' | 'until' | 'href') => faults.includes(field) && t(`wrong_${field}`)
  const moments = [
    { name: 'startsAt', label: t('from'), hint: t('fromHint') },
    { name: 'until', label: t('until'), hint: t('untilHint') },
  ] as const
  return (
    <>
      <form ref={form} className="panel" aria-labelledby={`${id}-title`} method="post" onSubmit={submit} noValidate>
        <div className="row apart">
          <h2 id={`${id}-title`}>{t('write')}</h2>
          <Overwritten bringBack={bringBack} />
        </div>
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
          words={spoken.card}
          hasLink={fields.href.trim() !== ''}
          look={look}
          title={languages.length > 1 ? t('previewOf', { language: spoken.name }) : t('preview')}
        />
        <div className="row">
          <StaffButton type="submit" kind="strong" busy={outcome === 'busy'}>
            {t(outcome === 'busy' ? 'publishing' : 'publish')}
          </StaffButton>
          <p role="status">
            <OutcomeWords outcome={outcome} />
          </p>
        </div>
      </form>
      <AnnouncementQuestion
        dialog={announcing.dialog}
        announcement={announcing.asked}
        languages={languages}
        timeZone={timeZone}
        send={announcing.send}
      />
    </>
  )
}

/** Nobody is asked before what they had begun is replaced, because it is not lost. */
function Overwritten({ bringBack }: Pick<Announcing, 'bringBack'>) {
  const t = useTranslations('staffAnnouncements')
  return (
    <div className="row">
      <p role="status" className="muted">
        {bringBack && t('overwritten')}
      </p>
      {bringBack && (
        <button type="button" className="button" onClick={bringBack}>
          {t('bringBack')}
        </button>
      )}
    </div>
  )
}

function OutcomeWords({ outcome }: Pick<Announcing, 'outcome'>) {
  const t = useTranslations('staffAnnouncements')
  const problems = useTranslations('admin')
  if (outcome === 'idle' || outcome === 'busy') return null
  if (typeof outcome === 'string') return t(outcome)
  return outcome.failed === 'unanswered' ? t('unanswered') : problems(`problem_${outcome.failed}`)
}
