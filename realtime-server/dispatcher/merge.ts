import type { Item } from '#contracts/hold.ts'
import type { MessageData } from '#contracts/message.ts'
import { policyOf } from '../policy.ts'
import type { Outgoing } from './outgoing.ts'

/*
 * Several messages of one stream as fewer, that say the same to whoever applies them in order. Pure.
 *
 * Changes of availability merge when they are of one event and each goes on from the version before: what was sold,
 * held or released is added up, and what remains is the last word on each tier. The chain of versions has no hole: a
 * merged message leads from the `from` of its first change to the `version` of its last. Another event begins the next
 * message, since a message says one thing of all its seats; so does anything that the contract has no room for.
 */

/** A message, and those it was made of, oldest first: itself, where nothing was merged. */
export interface Merged extends Outgoing {
  readonly parts: readonly Outgoing[]
}

/** Tickets in one item, as the contract bounds it. */
const ITEM_TICKETS = 100
/** Contract bounds of `items`, `saleIds` and `changed`. */
const ITEMS = 200
const SALE_IDS = 1_000
const CHANGED = 40
/**
 * A quarter of what a slow viewer may have waiting. The contract allows more (DATA_BYTES), which cuts nobody who keeps up
 * either; but who has begun to fall behind can take fewer of those.
 */
const CHARS = 65_536

type Sold = MessageData<'ticket.sold'>
type Stock = MessageData<'ticket.held'>
type Updated = MessageData<'show.updated'>
type Change = Sold | Stock | Updated

/** A message that others may still join. */
interface Draft {
  readonly first: Outgoing
  last: Outgoing
  readonly parts: Outgoing[]
  /** Its data once something has joined it. */
  change: Change | null
  chars: number
}

/** Merges what may be merged, in the order of each stream. */
export function mergeAll(messages: readonly Outgoing[]): Merged[] {
  const drafts: Draft[] = []
  const open = new Map<string, Draft>()
  for (const message of messages) {
    const lane = laneOf(message)
    const draft = open.get(lane)
    if (draft && join(draft, message)) continue
    const fresh = { first: message, last: message, parts: [message], change: null, chars: message.data.length }
    drafts.push(fresh)
    open.set(lane, fresh)
  }
  return drafts.map(({ first, last, parts, change }) => {
    if (change === null) return { ...last, eventId: first.eventId, parts }
    return { ...last, eventId: first.eventId, data: JSON.stringify(change), parts }
  })
}

/** What shares a lane keeps its order, and may be merged. */
export function laneOf(message: Outgoing): string {
  const policy = policyOf(message)
  return policy.kind === 'all' ? message.stream : `${message.stream} ${policy.lane}`
}

function join(draft: Draft, next: Outgoing): boolean {
  const policy = policyOf(next)
  if (policy.kind === 'all' || next.event !== draft.last.event) return false
  if (policy.kind === 'merge') {
    const one = draft.change ?? (JSON.parse(draft.first.data) as Change)
    const other = JSON.parse(next.data) as Change
    const change = joined(one, other)
    const chars = draft.chars + addedChars(other)
    if (change === null || chars > CHARS) return false
    draft.change = change
    draft.chars = chars
  }
  draft.last = next
  draft.parts.push(next)
  return true
}

/** Two changes of one event as one; null when the second does not continue the first, or has no room in it. */
function joined(one: Change, next: Change): Change | null {
  if (next.from !== one.version || next.version <= one.version) return null
  if ('changed' in one && 'changed' in next) {
    const changed = [...new Set([...one.changed, ...next.changed])]
    return changed.length > CHANGED ? null : { ...next, from: one.from, changed }
  }
  if (!('items' in one && 'items' in next)) return null
  const items = addItems(one.items, next.items)
  if (items === null || items.length > ITEMS) return null
  const stock = { ...next, from: one.from, items, remaining: { ...one.remaining, ...next.remaining } }
  if (!('saleIds' in one && 'saleIds' in next)) return stock
  const saleIds = [...one.saleIds, ...next.saleIds]
  return saleIds.length > SALE_IDS ? null : { ...stock, sales: one.sales + next.sales, saleIds }
}

/**
 * Per tier: quantities summed, seats joined, in as many items as that takes. Null when a seat is named twice: something
 * happened to it in between that we were not told.
 */
function addItems(items: readonly Item[], more: readonly Item[]): Item[] | null {
  const named = new Set(items.flatMap(({ seatIds = [] }) => seatIds))
  const sum = [...items]
  for (const item of more) {
    if (item.seatIds?.some((seatId) => named.has(seatId))) return null
    const at = sum.findLastIndex((one) => haveRoomTogether(one, item))
    const one = sum[at]
    if (one === undefined) sum.push(item)
    else sum[at] = together(one, item)
  }
  return sum
}

const haveRoomTogether = (one: Item, other: Item): boolean =>
  one.tierId === other.tierId &&
  one.quantity + other.quantity <= ITEM_TICKETS &&
  (one.seatIds === undefined) === (other.seatIds === undefined)

function together(one: Item, other: Item): Item {
  const quantity = one.quantity + other.quantity
  return one.seatIds && other.seatIds
    ? { ...one, quantity, seatIds: [...one.seatIds, ...other.seatIds] }
    : { ...one, quantity }
}

/** At least what a change adds to the text of a message that it joins. */
function addedChars(change: Change): number {
  if ('changed' in change) return JSON.stringify(change.changed).length
  const saleIds = 'saleIds' in change ? change.saleIds : []
  return JSON.stringify([change.items, change.remaining, saleIds]).length
}
