import { useId } from 'react'
import { useTranslations } from 'use-intl/react'
import { Swatch } from '#components/admin/swatch.tsx'
import type { ConfigFault } from '#contracts/config-refusal.ts'
import type { Theme } from '#contracts/theme.ts'
import { type ContrastFault, contrastFaults } from '#lib/config-review/contrast-report.ts'
import { mendWords } from '#lib/config-review/review-words.ts'
import type { Editing } from './edit.ts'
import styles from './site-editor.module.css'

type Name = keyof Theme['colours']

/** Every colour, to pick or to type, with what is wrong about it and one button that mends it. */
export function ColourFields({ config, edit, faults }: Editing) {
  const { colours } = config.theme
  const typed = Object.keys(colours).some((name) => faults.has(`theme.colours.${name}`))
  const unreadable = typed ? [] : contrastFaults(config.theme)
  const set = (name: Name, colour: string) =>
    edit((now) => ({ ...now, theme: { ...now.theme, colours: { ...now.theme.colours, [name]: colour } } }))
  return (
    <div className="fields">
      {(Object.keys(colours) as Name[]).map((name) => (
        <ColourField
          key={name}
          name={name}
          value={colours[name]}
          fault={faults.get(`theme.colours.${name}`)}
          unreadable={unreadable.find(
            ({ front, ground, mend }) => (mend?.token ?? front) === name || (!mend && ground === name),
          )}
          onColour={(colour) => set(name, colour)}
        />
      ))}
    </div>
  )
}

interface FieldProps {
  readonly name: Name
  readonly value: string
  readonly fault: ConfigFault | undefined
  readonly unreadable: ContrastFault | undefined
  readonly onColour: (colour: string) => void
}

function ColourField({ name, value, fault, unreadable, onColour }: FieldProps) {
  const t = useTranslations('review')
  const words = useTranslations('admin')
  const id = useId()
  const label = t(`colour_${name}`)
  const known = /^#[0-9a-f]{6}$/.test(value) ? value : '#000000'
  const mend = unreadable?.mend?.token === name ? unreadable.mend : null
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className={styles.colour}>
        <input
          type="color"
          value={known}
          aria-label={words('pick', { name: label })}
          onChange={({ target }) => onColour(target.value)}
        />
        <input
          {...{ id, value, type: 'text', maxLength: 7, spellCheck: false, autoComplete: 'off' }}
          aria-invalid={fault || unreadable ? true : undefined}
          aria-describedby={fault || unreadable ? `${id}-fault` : undefined}
          onChange={({ target }) => onColour(target.value.trim().toLowerCase())}
        />
      </div>
      {(fault || unreadable) && (
        <p id={`${id}-fault`} className="fault">
          {fault
            ? words('notAColour')
            : unreadable &&
              `${t(`use_${unreadable.use}`)}: ${unreadable.ratio.toFixed(2)}. ${mendWords(t, unreadable)}`}
        </p>
      )}
      {!fault && mend && (
        <button type="button" className="button" onClick={() => onColour(mend.colour)}>
          <Swatch colour={mend.colour} />
          &nbsp;{words('mend', { colour: mend.colour })}
        </button>
      )}
    </div>
  )
}
