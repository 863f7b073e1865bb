import type { MessageEvent } from '#contracts/message.ts'

/**
 * What may become of messages that are close together.
 *   all      each is delivered, at once
 *   merge    changes that continue one another become one, see dispatcher/merge.ts
 *   latest   the newest stands for those before it
 * With the last two, what comes after a quiet window leaves at once, and what comes within a window leaves at its end,
 * or sooner where it is prompt, see dispatcher/windows.ts; and a viewer who reads too slowly may be spared it, see
 * hub/backlog.ts.
 */
export type Policy = { readonly kind: 'all' } | Merging

interface Merging {
  readonly kind: 'merge' | 'latest'
  readonly windowMs: number
  readonly lane: string
  /** Waits only where something prompt left its lane less than a window before. */
  readonly prompt: boolean
}

const ALL: Policy = { kind: 'all' }
/** A quarter of a second is not felt on a banner that stays for six, and lets a rush of thousands reach a page as four messages a second. */
const AVAILABILITY: Merging = { kind: 'merge', windowMs: 250, lane: 'availability', prompt: false }
/** People watch for sales, and at a busy show somebody always holds something: a sale must not wait for that. */
const SALE: Merging = { ...AVAILABILITY, prompt: true }
/** A count that moves faster than this is flicker. */
const COUNTS: Merging = { kind: 'latest', windowMs: 2_000, lane: 'counts', prompt: false }
/** Staff read the figures anew on each: once a second is as often as anybody sees a chart move. */
const SALES: Merging = { kind: 'latest', windowMs: 1_000, lane: 'sales', prompt: false }

/** One for each event. Those of one lane share their windows and keep their order; what is private is never touched. */
const POLICIES: Readonly<Record<MessageEvent, Policy>> = {
  'ticket.sold': SALE,
  'ticket.held': AVAILABILITY,
  'ticket.released': AVAILABILITY,
  'show.updated': AVAILABILITY,
  viewers: COUNTS,
  'order.updated': ALL,
  inbox: ALL,
  promotional: ALL,
  config: ALL,
  sales: SALES,
  notice: ALL,
  'session.ended': ALL,
}

/** The policy of a message. What belongs to no chain of versions cannot be merged into one. */
export function policyOf({ event, version }: { event: string; version?: number | undefined }): Policy {
  const policy = Object.hasOwn(POLICIES, event) ? POLICIES[event as MessageEvent] : ALL
  return policy.kind === 'merge' && version === undefined ? ALL : policy
}
