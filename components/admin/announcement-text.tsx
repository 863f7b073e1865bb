import { useId } from 'react'
import { useTranslations } from 'use-intl/react'
import { ANNOUNCEMENT_LIMIT } from '#contracts/announcement-limit.ts'

interface Props {
  readonly name: string
  /** Null where the shop has one language. */
  readonly language: string | null
  readonly locale: string
  readonly first: boolean
  readonly value: string
  readonly faulty: boolean
  readonly onFocus: () => void
  readonly onChange: (text: string) => void
}

/** An announcement's text in one language, with what is left of its length. */
export function AnnouncementText({ name, language, locale, first, value, faulty, onFocus, onChange }: Props) {
  const t = useTranslations('staffAnnouncements')
  const id = useId()
  const left = ANNOUNCEMENT_LIMIT - value.trim().length
  return (
    <div className="field">
      <label htmlFor={id}>{language === null ? t('text') : t('textIn', { language })}</label>
      <textarea
        id={id}
        name={name}
        lang={locale}
        rows={3}
        required={first}
        value={value}
        aria-invalid={faulty || left < 0}
        aria-describedby={`${id}-hint`}
        onFocus={onFocus}
        onChange={({ target }) => onChange(target.value)}
      />
      <p id={`${id}-hint`} className={faulty || left < 0 ? 'fault' : 'muted'}>
        {faulty && `${t('wrong_text')} `}
        {left < 0 ? t('over', { count: -left }) : t('left', { count: left })}
        {!first && language !== null && ` · ${t('fallback', { language })}`}
      </p>
    </div>
  )
}
