import type { Hall } from '#components/seat-map/hall.ts'
import type { Availability, SeatStatus } from '#contracts/availability.ts'

/** Something that left the selection because others were faster. */
export type Loss =
  | {
      readonly kind: 'seat'
      readonly seatId: string
      readonly label: string
      readonly reason: Exclude<SeatStatus, 'available'>
      /** The seat to take instead; null when nothing is free. */
      readonly offerId: string | null
    }
  | { readonly kind: 'tier'; readonly tierId: string; readonly name: string; readonly left: number }

/** What somebody has chosen on this page, and what they lost to others while choosing. Nothing of it is reserved. */
export interface Selection {
  /** Tickets of general admission by tier. */
  readonly quantities: Readonly<Record<string, number>>
  readonly seatIds: readonly string[]
  readonly losses: readonly Loss[]
  /** The last step would have passed the limit per buyer. */
  readonly atLimit: boolean
  /** From asking the storefront to its answer, what others do is not compared: our own hold looks like somebody's. */
  readonly frozen: boolean
}

export const EMPTY_SELECTION: Selection = { quantities: {}, seatIds: [], losses: [], atLimit: false, frozen: false }

/** What the page knows of the show when a step is taken. */
export interface Situation {
  readonly availability: Availability
  /** Null for general admission. */
  readonly hall: Hall | null
  readonly maxPerBuyer: number
}
