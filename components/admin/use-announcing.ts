'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { type FormEvent, type RefObject, useState } from 'react'
import { call } from '#components/api/call.ts'
import { intents } from '#components/api/intents.ts'
import { isRefusal, problemOf } from '#components/api/problem-error.ts'
import type { Announced } from '#contracts/staff.ts'
import {
  type AnnouncementFields,
  announcementOf,
  emptyFields,
  type FaultyField,
  faultsOf,
} from './announcement-draft.ts'

const INTENT = 'announcement'

/** What the form of an announcement has in it, what is wrong with that, and what became of sending it. */
export interface Announcing {
  readonly fields: AnnouncementFields
  readonly faults: readonly FaultyField[]
  readonly outcome: 'idle' | 'busy' | 'published' | 'scheduled' | 'failed'
  change(changed: Partial<AnnouncementFields>): void
  submit(event: FormEvent<HTMLFormElement>): void
}

interface Sending {
  readonly body: ReturnType<typeof announcementOf>
  readonly idempotencyKey: string
  /** What stood in the form then. */
  readonly sent: AnnouncementFields
}

export function useAnnouncing(
  form: RefObject<HTMLFormElement | null>,
  languages: readonly string[],
  timeZone: string,
): Announcing {
  const { refresh } = useRouter()
  const [fields, setFields] = useState(emptyFields)
  const [faults, setFaults] = useState<readonly FaultyField[]>([])
  const refuse = (wrong: readonly FaultyField[]) => {
    setFaults(wrong)
    form.current?.querySelector<HTMLElement>(`[name="${wrong[0]}"]`)?.focus()
  }
  const sending = useMutation({
    // Asked again after a lost answer, by itself or by a person, the same words under the same key are announced once.
    mutationFn: ({ body, idempotencyKey }: Sending) =>
      call<Announced>('/api/admin/announcements', { method: 'POST', body, idempotencyKey }),
    onSuccess(_announced, { sent }) {
      intents.settle(INTENT)
      // What was typed meanwhile is the next one.
      setFields((now) => (now === sent ? emptyFields : now))
      refresh()
    },
    onError(error) {
      if (isRefusal(error)) intents.settle(INTENT)
      // The answer may be all that was lost: then the list has it.
      else refresh()
      refuse(faultsOf(problemOf(error)))
    },
  })
  return {
    ...{ fields, faults },
    outcome: outcomeOf(sending, faults),
    change(changed) {
      // What is typed anew is another announcement, were it in the same words.
      intents.settle(INTENT)
      sending.reset()
      setFields((before) => ({ ...before, ...changed }))
    },
    submit(event) {
      event.preventDefault()
      setFaults([])
      // Half a date reads as none, and none means at once: nothing is announced because of a missing digit.
      const half = [...event.currentTarget.querySelectorAll('input')].filter(({ validity }) => validity.badInput)
      if (half.length > 0) refuse(half.map(({ name }) => name as FaultyField))
      else {
        const body = announcementOf(fields, languages, timeZone)
        sending.mutate({ body, idempotencyKey: intents.keyFor(INTENT, body), sent: fields })
      }
    },
  }
}

function outcomeOf(
  sending: { readonly isPending: boolean; readonly isError: boolean; readonly data: Announced | undefined },
  faults: readonly FaultyField[],
): Announcing['outcome'] {
  if (sending.isPending) return 'busy'
  if (sending.isError) return faults.length === 0 ? 'failed' : 'idle'
  if (sending.data === undefined) return 'idle'
  return sending.data.status === 'scheduled' ? 'scheduled' : 'published'
}
