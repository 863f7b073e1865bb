import { useId } from 'react'

interface Props {
  readonly name: string
  readonly label: string
  readonly hint: string
  /** What is wrong with it, or false. */
  readonly fault: string | false
  readonly value: string
  readonly onChange: (reading: string) => void
}

/** A date and a time by the clocks that the form names. */
export function MomentField({ name, label, hint, fault, value, onChange }: Props) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        type="datetime-local"
        value={value}
        max="2099-12-31T23:59"
        aria-invalid={fault !== false}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => onChange(target.value)}
      />
      <p id={`${id}-hint`} className={fault ? 'fault' : 'muted'}>
        {fault || hint}
      </p>
    </div>
  )
}
