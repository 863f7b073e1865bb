'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { type FormEvent, type RefObject, useRef, useState } from 'react'
import { call } from '#components/api/call.ts'
import { intents } from '#components/api/intents.ts'
import { isRefusal, problemOf } from '#components/api/problem-error.ts'
import type { Announced } from '#contracts/staff.ts'
import {
  type AnnouncementFields,
  announcementOf,
  emptyFields,
  type FaultyField,
  faultsIn,
  faultsOf,
  fieldsAgain,
  type NewAnnouncement,
} from './announcement-draft.ts'
import { type FailureReason, failureReason } from './problem-reason.ts'

const INTENT = 'announcement'

/** What the form of an announcement has in it, what is wrong with that, and what became of sending it. */
export interface Announcing {
  readonly fields: AnnouncementFields
  readonly faults: readonly FaultyField[]
  readonly outcome: 'idle' | 'busy' | 'published' | 'scheduled' | { readonly failed: FailureReason }
  /** Where it is asked whether to announce {@link asked}. */
  readonly dialog: RefObject<HTMLDialogElement | null>
  readonly asked: NewAnnouncement | null
  change(changed: Partial<AnnouncementFields>): void
  /** Fills the form with what was said once, and goes there. */
  reuse(line: Parameters<typeof fieldsAgain>[0]): void
  /** Asks, unless something is wrong; {@link send} announces what was asked about. */
  submit(event: FormEvent<HTMLFormElement>): void
  send(): void
}

interface Sending {
  readonly body: NewAnnouncement
  readonly idempotencyKey: string
  /** What stood in the form then. */
  readonly sent: AnnouncementFields
}

export function useAnnouncing(
  form: RefObject<HTMLFormElement | null>,
  languages: readonly string[],
  timeZone: string,
): Announcing {
  const dialog = useRef<HTMLDialogElement>(null)
  const [fields, setFields] = useState(emptyFields)
  const [faults, setFaults] = useState<readonly FaultyField[]>([])
  const [asked, setAsked] = useState<NewAnnouncement | null>(null)
  const refuse = (wrong: readonly FaultyField[]) => {
    setFaults(wrong)
    form.current?.querySelector<HTMLElement>(`[name="${wrong[0]}"]`)?.focus()
  }
  const sending = useSending(refuse, (sent) => setFields((now) => (now === sent ? emptyFields : now)))
  const change = (changed: Partial<AnnouncementFields>) => {
    // What is typed anew is another announcement, were it in the same words.
    intents.settle(INTENT)
    sending.reset()
    setFields((before) => ({ ...before, ...changed }))
  }
  return {
    ...{ fields, faults, dialog, asked, change },
    outcome: outcomeOf(sending, faults),
    reuse(line) {
      setFaults([])
      change(fieldsAgain(line))
      form.current?.querySelector('textarea')?.focus()
    },
    submit(event) {
      event.preventDefault()
      if (sending.isPending) return
      sending.reset()
      setFaults([])
      const unread = unreadable(event.currentTarget)
      if (unread.length > 0) return refuse(unread)
      const announcement = announcementOf(fields, languages, timeZone)
      const wrong = faultsIn(announcement)
      if (wrong.length > 0) return refuse(wrong)
      setAsked(announcement)
      dialog.current?.showModal()
    },
    send() {
      if (asked === null) return
      sending.mutate({ body: asked, idempotencyKey: intents.keyFor(INTENT, asked), sent: fields })
    },
  }
}

/** @param done with what was sent: what was typed meanwhile is the next one, and stays */
function useSending(refuse: (wrong: readonly FaultyField[]) => void, done: (sent: AnnouncementFields) => void) {
  const { refresh } = useRouter()
  return useMutation({
    // Asked again after a lost answer, by itself or by a person, the same words under the same key are announced once.
    mutationFn: ({ body, idempotencyKey }: Sending) =>
      call<Announced>('/api/admin/announcements', { method: 'POST', body, idempotencyKey }),
    onSuccess(_announced, { sent }) {
      intents.settle(INTENT)
      done(sent)
      refresh()
    },
    onError(error) {
      if (isRefusal(error)) intents.settle(INTENT)
      // The answer may be all that was lost: then the list has it.
      else refresh()
      refuse(faultsOf(problemOf(error)))
    },
  })
}

/** Half a date reads as none, and none means at once: nothing is announced because of a missing digit, or one too many. */
const unreadable = (form: HTMLFormElement): FaultyField[] =>
  [...form.querySelectorAll('input')]
    .filter(({ validity }) => validity.badInput || validity.rangeOverflow)
    .map(({ name }) => name as FaultyField)

function outcomeOf(
  sending: { readonly isPending: boolean; readonly error: unknown; readonly data: Announced | undefined },
  faults: readonly FaultyField[],
): Announcing['outcome'] {
  if (sending.isPending) return 'busy'
  if (sending.error) return faults.length === 0 ? { failed: failureReason(problemOf(sending.error)) } : 'idle'
  if (sending.data === undefined) return 'idle'
  return sending.data.status === 'scheduled' ? 'scheduled' : 'published'
}
