'use client'

import { type FormEvent, useState } from 'react'
import { call } from '#components/api/call.ts'
import { problemOf } from '#components/api/problem-error.ts'
import { checkFields, type FieldFaults, type FieldSpec, refusedFields } from './check-fields.ts'
import { formFailure } from './form-failure.ts'

export interface AccountFormOptions {
  readonly path: string
  readonly fields: readonly FieldSpec[]
  /** Sent along with the fields. */
  readonly extra?: Readonly<Record<string, unknown>>
  /** It was pressed: what was said of the time before is over. */
  onSubmit?(): void
  onDone(values: Readonly<Record<string, string>>, form: HTMLFormElement): void
}

/** A form's way: checked here, sent, and either done or with a reason, as `formFailure` tells it. */
export function useAccountForm({ path, fields, extra, onSubmit, onDone }: AccountFormOptions) {
  const [faults, setFaults] = useState<FieldFaults>({})
  const [reason, setReason] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    if (busy) return
    const form = event.currentTarget
    const values = valuesOf(form, fields)
    const found = checkFields(fields, values)
    setReason(null)
    onSubmit?.()
    if (!show(form, found)) return
    setBusy(true)
    try {
      await call(path, { method: 'POST', body: { ...values, ...checked(form), ...extra } })
      onDone(values, form)
    } catch (error) {
      if (show(form, faultsIn(problemOf(error), fields))) setReason(formFailure(error))
    } finally {
      setBusy(false)
    }
  }

  /** @returns whether there are none; otherwise the first faulty field is where to go on. */
  function show(form: HTMLFormElement, found: FieldFaults): boolean {
    setFaults(found)
    const first = fields.find(({ name }) => found[name])
    if (first) form.querySelector<HTMLInputElement>(`[name="${first.name}"]`)?.focus()
    return first === undefined
  }

  return { faults, reason, busy, submit }
}

type Problem = ReturnType<typeof problemOf>

function faultsIn(problem: Problem, fields: readonly FieldSpec[]): FieldFaults {
  const asked = fields.find(({ kind }) => kind === 'password')
  if (problem?.type === 'storefront/wrong-password' && asked) return { [asked.name]: 'wrongPassword' }
  return refusedFields(fields, problem?.fields)
}

function valuesOf(form: HTMLFormElement, fields: readonly FieldSpec[]): Record<string, string> {
  const data = new FormData(form)
  return Object.fromEntries(fields.map(({ name }) => [name, String(data.get(name) ?? '')]))
}

/** Boxes to tick are yes or no, and not missing when they are not ticked. */
function checked(form: HTMLFormElement): Record<string, boolean> {
  const boxes = [...form.querySelectorAll<HTMLInputElement>('input[type="checkbox"][name]')]
  return Object.fromEntries(boxes.map((box) => [box.name, box.checked]))
}
