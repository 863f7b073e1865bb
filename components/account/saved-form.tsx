'use client'

import { useState } from 'react'
import { AccountForm } from './account-form.tsx'
import type { FieldSpec } from './check-fields.ts'
import type { FindOut } from './form-reason.tsx'

interface Props {
  readonly id: string
  readonly path: string
  readonly fields: readonly FieldSpec[]
  readonly initial?: Readonly<Record<string, string>>
  readonly username?: string
  readonly submit: string
  readonly findOut?: FindOut
  /** What is said when it is done. */
  readonly done: string
  /** Whether the fields keep what was typed: a name does, a password does not. */
  readonly keeps?: boolean
}

/** A form that stays where it is, and says that it is done: each time anew, and not of the time before. */
export function SavedForm({ done, keeps, ...form }: Props) {
  const [isDone, setDone] = useState(false)
  return (
    <AccountForm
      {...form}
      kind="quiet"
      onSubmit={() => setDone(false)}
      onDone={(_values, element) => {
        setDone(true)
        if (!keeps) element.reset()
      }}
    >
      <p role="status">{isDone ? done : ''}</p>
    </AccountForm>
  )
}
