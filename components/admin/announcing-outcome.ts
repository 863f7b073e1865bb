import type { Announced } from '#contracts/staff.ts'
import type { FaultyField } from './announcement-draft.ts'
import { type FailureReason, reasonOfError } from './problem-reason.ts'

/** What became of sending an announcement. */
export type AnnouncingOutcome =
  | 'idle'
  | 'busy'
  | 'published'
  | 'scheduled'
  /** An earlier try had arrived, and what it announced is recalled or over by now. */
  | 'past'
  | { readonly failed: FailureReason }

interface Sending {
  readonly isPending: boolean
  readonly error: unknown
  readonly data: Announced | undefined
}

const OUTCOMES = { scheduled: 'scheduled', live: 'published', over: 'past', recalled: 'past' } as const

export const outcomeOfStatus = (status: Announced['status']): 'published' | 'scheduled' | 'past' => OUTCOMES[status]

/** @param faults those of the form; where there are any, they say what is wrong */
export function announcingOutcome(
  { isPending, error, data }: Sending,
  faults: readonly FaultyField[],
): AnnouncingOutcome {
  if (isPending) return 'busy'
  if (error) return faults.length === 0 ? { failed: reasonOfError(error) } : 'idle'
  return data === undefined ? 'idle' : outcomeOfStatus(data.status)
}
