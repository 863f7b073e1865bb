'use client'

import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { type FormEvent, type RefObject, useRef, useState } from 'react'
import { intents } from '#components/api/intents.ts'
import { hasNotHappened, problemOf } from '#components/api/problem-error.ts'
import { send } from '#components/api/send.ts'
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
import { announcementIntent } from './announcement-intent.ts'
import { type AnnouncingOutcome, announcingOutcome, outcomeOfStatus } from './announcing-outcome.ts'
import { type AnnouncementWords, type Overwritten, overwrittenBy } from './overwritten-words.ts'

/** What the form of an announcement has in it, what is wrong with that, and what became of sending it. */
export interface Announcing {
  readonly fields: AnnouncementFields
  readonly faults: readonly FaultyField[]
  readonly outcome: AnnouncingOutcome
  /** Where it is asked whether to announce {@link asked}. */
  readonly dialog: RefObject<HTMLDialogElement | null>
  readonly asked: NewAnnouncement | null
  change(changed: Partial<AnnouncementFields>): void
  /** Fills the form with what was said once, and goes there. */
  reuse(line: Parameters<typeof fieldsAgain>[0]): void
  /** Puts back what {@link reuse} took the place of; null where that was nothing. */
  readonly bringBack: (() => void) | null
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
  const [overwritten, setOverwritten] = useState<Overwritten | null>(null)
  const refuse = (wrong: readonly FaultyField[]) => {
    setFaults(wrong)
    form.current?.querySelector<HTMLElement>(`[name="${wrong[0]}"]`)?.focus()
  }
  const sending = useSending(refuse, (sent) => setFields((now) => (now === sent ? emptyFields : now)))
  const change = (changed: Partial<AnnouncementFields>) => {
    // Whoever goes on typing while it is sent still wants to know what became of it.
    if (!sending.isPending) sending.reset()
    setFields((before) => ({ ...before, ...changed }))
  }
  const put = (words: AnnouncementWords) => {
    setFaults([])
    setOverwritten(overwrittenBy(words, fields, overwritten))
    change(words)
    form.current?.querySelector('textarea')?.focus()
  }
  return {
    ...{ fields, faults, dialog, asked, change },
    outcome: announcingOutcome(sending, faults),
    reuse: (line) => put(fieldsAgain(line)),
    bringBack: overwritten && (() => put(overwritten.words)),
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
      if (asked === null || sending.isPending) return
      const idempotencyKey = intents.keyFor(announcementIntent(asked), asked)
      sending.mutate({ body: asked, idempotencyKey, sent: fields })
    },
  }
}

/** @param done with what was sent: what was typed meanwhile is the next one, and stays */
function useSending(refuse: (wrong: readonly FaultyField[]) => void, done: (sent: AnnouncementFields) => void) {
  const { refresh } = useRouter()
  return useMutation({
    // Asked again after a lost answer, by itself or by a person, the same words under the same key are announced once.
    mutationFn: ({ body, idempotencyKey }: Sending) =>
      send<Announced>('/api/admin/announcements', { method: 'POST', body, idempotencyKey }),
    onSuccess({ status }, { body, sent }) {
      intents.settle(announcementIntent(body))
      // What is past was not announced now: it stays in the form, to be announced anew.
      if (outcomeOfStatus(status) !== 'past') done(sent)
      refresh()
    },
    onError(error) {
      // The answer may be all that was lost: then the list has it. The key stays, after a refusal, too: what signed
      // somebody out says nothing about an earlier try.
      if (!hasNotHappened(error)) refresh()
      refuse(faultsOf(problemOf(error)))
    },
  })
}

/** Half a date reads as none, and none means at once: nothing is announced because of a missing digit, or one too many. */
const unreadable = (form: HTMLFormElement): FaultyField[] =>
  [...form.querySelectorAll('input')]
    .filter(({ validity }) => validity.badInput || validity.rangeOverflow)
    .map(({ name }) => name as FaultyField)
