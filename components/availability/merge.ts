import type { Availability, Seat, SeatStatus, Tier } from '#contracts/availability.ts'
import type { StreamMessage } from '../realtime/client-message.ts'

type ShowEvent = 'ticket.sold' | 'ticket.held' | 'ticket.released' | 'show.updated'

/** A message that moves a show's version. */
export type ShowMessage = Extract<StreamMessage, { event: ShowEvent }>
type StockMessage = Exclude<ShowMessage, { event: 'show.updated' }>

/** What a page knows of a show, and what it knows it does not know. */
export interface LiveView {
  readonly availability: Availability
  /** What each tier had when core last said how scarce it is: messages count, core judges. */
  readonly judged: Readonly<Record<string, number>>
  /** The last messages by version: those still waiting for one before them, and those an older snapshot will need again. */
  readonly recent: readonly ShowMessage[]
  /** The newest version anyone has told us of. */
  readonly reach: number
  /** A snapshot of this version or later is needed whatever messages say, because they do not carry what changed; 0: none. */
  readonly snapshotDue: number
}

/** A snapshot on its way is overtaken by a second's messages at most, and a rush is merged to a few of them a second. */
const RECENT_MESSAGES = 100

const SEAT_STATUS: Record<StockMessage['event'], SeatStatus> = {
  'ticket.sold': 'sold',
  'ticket.held': 'held',
  'ticket.released': 'available',
}

export const isShowMessage = (message: StreamMessage): message is ShowMessage => 'from' in message.data

export const viewOf = (availability: Availability): LiveView => ({
  availability,
  judged: judgedIn(availability),
  recent: [],
  reach: availability.version,
  snapshotDue: 0,
})

/** Whether a snapshot is needed; {@link neededVersion} says how new it must be. */
export const isBehind = (view: LiveView): boolean => view.reach > view.availability.version || view.snapshotDue > 0

/**
 * Whether a tier may be scarce by now: it has a quarter of what it had when core last judged it. One of two thousand asks five
 * times until it is sold out.
 */
export const isJudgedLongAgo = ({ availability, judged }: LiveView): boolean =>
  availability.tiers.some(
    ({ id, available, status }) => status === 'available' && available > 0 && available <= (judged[id] ?? 0) / 4,
  )

export const neededVersion = (view: LiveView): number => Math.max(view.reach, view.snapshotDue)

/** Somebody says that this version exists. */
export const withVersion = (view: LiveView, version: number): LiveView =>
  version > view.reach ? { ...view, reach: version } : view

/**
 * Takes a message: it applies when its `from` ≤ our version < its `version`, is dropped when older, and waits when
 * something before it is missing.
 */
export function withMessage(view: LiveView, message: ShowMessage): LiveView {
  const { version } = message.data
  if (version <= view.availability.version) return view
  const recent = remember(view.recent, message)
  const availability = advance(view.availability, recent)
  const incomplete = !carriesEverything(view.availability, message)
  return {
    ...view,
    availability,
    recent,
    reach: Math.max(view.reach, version),
    snapshotDue: incomplete ? Math.max(view.snapshotDue, version) : view.snapshotDue,
  }
}

/** Takes a snapshot. An older one is brought up to date by what came since; if that is impossible, it is of no use. */
export function withSnapshot(view: LiveView, snapshot: Availability): LiveView {
  const availability = advance(snapshot, view.recent)
  if (availability.version < view.availability.version) return view
  return {
    ...view,
    availability,
    judged: judgedIn(snapshot),
    reach: Math.max(view.reach, availability.version),
    snapshotDue: snapshot.version >= view.snapshotDue ? 0 : view.snapshotDue,
  }
}

const judgedIn = ({ tiers }: Availability): LiveView['judged'] =>
  Object.fromEntries(tiers.map(({ id, available }) => [id, available]))

function remember(recent: readonly ShowMessage[], message: ShowMessage): readonly ShowMessage[] {
  return [...recent, message].sort((one, other) => one.data.version - other.data.version).slice(-RECENT_MESSAGES)
}

/** Applies, in order of version, every message that continues what we have. */
function advance(availability: Availability, messages: readonly ShowMessage[]): Availability {
  let current = availability
  for (const message of messages) {
    const { from, version } = message.data
    if (from <= current.version && current.version < version) current = applied(current, message)
  }
  return current
}

function applied(availability: Availability, message: ShowMessage): Availability {
  const { version, at } = message.data
  const moved = { ...availability, version, serverNow: later(availability.serverNow, at) }
  if (message.event === 'show.updated') return moved
  const tiers = availability.tiers.map((tier) => withRemaining(tier, message.data.remaining[tier.id]))
  return availability.seats ? { ...moved, tiers, seats: withSeats(availability.seats, message) } : { ...moved, tiers }
}

/**
 * `remaining` counts what can be held after the change. When a sold-out tier has tickets again we call it available:
 * from how many on it is `few` is core's to say, and its next snapshot does.
 */
function withRemaining(tier: Tier, remaining: number | undefined): Tier {
  if (remaining === undefined || remaining === tier.available) return tier
  const status = remaining === 0 ? 'sold_out' : tier.status === 'sold_out' ? 'available' : tier.status
  return { ...tier, available: remaining, status }
}

/** Seats that did not change stay the same objects, so that only changed ones are drawn again. */
function withSeats(seats: readonly Seat[], message: StockMessage): Seat[] {
  const named = new Set(message.data.items.flatMap((item) => item.seatIds ?? []))
  const status = SEAT_STATUS[message.event]
  return seats.map((seat) => (named.has(seat.id) && seat.status !== status ? { ...seat, status } : seat))
}

/** `show.updated` names what changed without its content; and a tier we have never seen has a price we do not know. */
function carriesEverything({ tiers }: Availability, message: ShowMessage): boolean {
  if (message.event === 'show.updated') return false
  const known = new Set(tiers.map((tier) => tier.id))
  return Object.keys(message.data.remaining).every((tierId) => known.has(tierId))
}

const later = (one: string, other: string): string => (Date.parse(other) > Date.parse(one) ? other : one)
