import type { Availability } from '#contracts/availability.ts'
import { type Check, isCount, isInstant, isText, listOf, oneOf, optional, shapeOf } from '../realtime/shape.ts'

/** Slower than this the page is better off asking again. */
const SNAPSHOT_TIMEOUT_MS = 8_000

export const isAvailability: Check = shapeOf({
  showId: isText,
  version: isCount,
  serverNow: isInstant,
  tiers: listOf(
    shapeOf({
      id: isText,
      name: isText,
      price: shapeOf({ amount: isCount, currency: isText, fees: isCount }),
      available: isCount,
      status: oneOf('available', 'few', 'sold_out'),
    }),
  ),
  seats: optional(
    listOf(shapeOf({ id: isText, label: isText, tierId: isText, status: oneOf('available', 'held', 'sold') })),
  ),
})

/** Reads a show's availability from the storefront, never older than version `min`; throws when it cannot be had. */
export async function readSnapshot(showId: string, min: number, signal?: AbortSignal): Promise<Availability> {
  const timeout = AbortSignal.timeout(SNAPSHOT_TIMEOUT_MS)
  const response = await fetch(`/api/shows/${encodeURIComponent(showId)}/availability?min=${min}`, {
    cache: 'no-store',
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
  })
  if (!response.ok) throw new Error(`the availability of ${showId} was answered with ${response.status}`)
  const snapshot: unknown = await response.json()
  if (!isAvailability(snapshot)) throw new Error(`the availability of ${showId} cannot be read`)
  return snapshot as Availability
}
