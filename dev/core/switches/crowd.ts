import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { isRefusal } from '../../stand-in/outcome.ts'
import type { Core } from '../core.ts'
import { releaseHold } from '../sales/end-hold.ts'
import { createHold } from '../sales/hold.ts'
import { createOrder } from '../sales/order.ts'
import { pickItems } from '../sales/pick.ts'
import type { Switches } from './switch-board.ts'

export type CrowdSize = NonNullable<Switches['crowd']>

/** How many come together, and how often of a hundred. */
const PARTIES = [
  { size: 1, share: 20 },
  { size: 2, share: 50 },
  { size: 3, share: 15 },
  { size: 4, share: 15 },
] as const
/** This share looks at the total and leaves. */
const LEAVING = 0.12
/** Of those who order, this share has no money on the card. */
const BROKE = 0.03
/** Reading, typing, finding the card: shortened, so that one person can watch. */
const THINKING_MS = { least: 800, most: 5_000 }
/** More at once would only queue for connections. */
const MOST_AT_ONCE = 300

const MEAN_PARTY = PARTIES.reduce((sum, { size, share }) => sum + (size * share) / 100, 0)

/** Milliseconds between two parties so that tickets sell at the asked rate, leavers and failed cards allowed for. */
export const meanGapMs = (ticketsPerSecond: number): number =>
  (1_000 * MEAN_PARTY * (1 - LEAVING) * (1 - BROKE)) / ticketsPerSecond

/** Arrivals of people who do not know of each other: exponential gaps. `chance` is uniform in [0, 1). */
export const arrivalGapMs = (ticketsPerSecond: number, chance: number): number =>
  -Math.log(1 - chance) * meanGapMs(ticketsPerSecond)

/** `chance` is uniform in [0, 1). */
export function partySize(chance: number): number {
  let upTo = 0
  for (const { size, share } of PARTIES) {
    upTo += share / 100
    if (chance < upTo) return size
  }
  return 2
}

/** Invented buyers who come while the switch is on, and hold and order by the same code as everybody else. */
export function startCrowd(core: Core): AsyncDisposable {
  const stop = new AbortController()
  const visits = new Set<Promise<void>>()
  const running = arrive(core, visits, stop.signal)
  return {
    async [Symbol.asyncDispose]() {
      stop.abort()
      await running
      await Promise.all(visits)
    },
  }
}

async function arrive(core: Core, visits: Set<Promise<void>>, stop: AbortSignal): Promise<void> {
  const stopped = new Promise<void>((resolve) => stop.addEventListener('abort', () => resolve(), { once: true }))
  while (!stop.aborted) {
    const { crowd } = core.switches.now
    if (crowd === null) {
      await Promise.race([core.switches.changed(), stopped])
      continue
    }
    await pause(arrivalGapMs(crowd.ticketsPerSecond, Math.random()), stop)
    if (visits.size >= MOST_AT_ONCE || stop.aborted) continue
    const visit = visitOnce(core, crowd, stop)
      .catch((error) => core.log.warn({ err: error }, 'a buyer of the crowd gave up'))
      .finally(() => visits.delete(visit))
    visits.add(visit)
  }
}

async function visitOnce(core: Core, { showId: wanted }: CrowdSize, stop: AbortSignal): Promise<void> {
  const offer = await chooseOffer(core, wanted)
  if (offer === null) return
  const { showId, resellerId } = offer
  const items = await pickItems(core, {
    showId,
    quantity: Math.min(partySize(Math.random()), offer.limit),
    anywhere: true,
  })
  if (items.length === 0) return
  const customerRef = `crowd-${randomUUID()}`
  const hold = await createHold(core, resellerId, randomUUID(), { showId, customerRef, items })
  if (isRefusal(hold)) return
  await pause(THINKING_MS.least + Math.random() * (THINKING_MS.most - THINKING_MS.least), stop)
  const holdId = hold.value.id
  if (Math.random() < LEAVING) await releaseHold(core, resellerId, holdId)
  else await createOrder(core, resellerId, randomUUID(), { holdId, customerRef, buyer: inventBuyer() })
}

interface Offer {
  readonly showId: string
  readonly resellerId: string
  readonly limit: number
}

/** A show on sale that has something left, at one of its resellers. */
async function chooseOffer(core: Core, wanted: string | undefined): Promise<Offer | null> {
  const { rows } = await core.pool.query<Offer>(
    `SELECT s.id AS "showId", p.reseller_id AS "resellerId", s.max_per_buyer AS limit
     FROM show s JOIN price p ON p.show_id = s.id JOIN tier t ON t.show_id = s.id AND t.id = p.tier_id
     WHERE ($1::text IS NULL OR s.id = $1) AND s.status = 'scheduled' AND s.starts_at > now()
       AND coalesce(s.on_sale_at <= now(), true) AND t.available > 0
     ORDER BY random() LIMIT 1`,
    [wanted ?? null],
  )
  return rows[0] ?? null
}

const NAMES = ['Alex', 'Billie', 'Charlie', 'Dana', 'Eden', 'Frankie', 'Gal', 'Harper', 'Jules', 'Kim', 'Lou', 'Noor']

function inventBuyer() {
  const name = NAMES[Math.floor(Math.random() * NAMES.length)] ?? 'Alex'
  const tag = Math.random() < BROKE ? '+fail' : ''
  return { name: `${name} Crowd`, email: `${name.toLowerCase()}${tag}@example.com` }
}

const pause = (ms: number, stop: AbortSignal): Promise<void> => delay(ms, undefined, { signal: stop }).catch(() => {})
