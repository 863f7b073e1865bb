import { type ComponentProps, useId } from 'react'
import { useTranslations } from 'use-intl/react'
import type { ConfigFault } from '#contracts/config-refusal.ts'
import { configFaultWords } from '#lib/config-review/fault-words.ts'

interface Props {
  readonly label: string
  readonly value: string
  readonly onValue: (value: string) => void
  readonly fault?: ConfigFault | undefined
  /** More than one line. */
  readonly long?: boolean
  readonly maxLength?: number
  readonly type?: ComponentProps<'input'>['type']
  readonly spellCheck?: boolean
  /** Stands below the label, and is read out with it. */
  readonly hint?: string
  /** The language of what is typed, where it is not the page's; and of the hint, where that is another again. */
  readonly lang?: string
  readonly hintLang?: string
}

/** A labelled text; what is wrong with it stands below it and is read out with it. */
export function InputField({ label, value, onValue, fault, long, type = 'text', hint, hintLang, ...rest }: Props) {
  const t = useTranslations('review')
  const id = useId()
  const describedBy = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ')
  const shared = {
    ...rest,
    ...{ id, value, 'aria-invalid': fault ? true : undefined, 'aria-describedby': describedBy || undefined },
  } as const
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className="muted" lang={hintLang}>
          {hint}
        </p>
      )}
      {long ? (
        <textarea {...shared} onChange={({ target }) => onValue(target.value)} />
      ) : (
        <input {...shared} type={type} onChange={({ target }) => onValue(target.value)} />
      )}
      {fault && (
        <p id={`${id}-fault`} className="fault">
          {configFaultWords(t, fault)}
        </p>
      )}
    </div>
  )
}

/** One of a closed list. */
export function ChoiceField<T extends string>(props: {
  readonly label: string
  readonly value: T
  readonly options: readonly { readonly value: T; readonly text: string }[]
  readonly onValue: (value: T) => void
}) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      <select id={id} value={props.value} onChange={({ target }) => props.onValue(target.value as T)}>
        {props.options.map(({ value, text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}
