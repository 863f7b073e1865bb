'use client'

import { useState } from 'react'
import { type Hall, hallOf } from '#components/seat-map/hall.ts'
import type { Availability, Seat } from '#contracts/availability.ts'
import type { SeatPlan } from '#contracts/seat-plan.ts'

interface Kept {
  readonly seats: readonly Seat[] | undefined
  readonly hall: Hall | null
}

/** The hall of a seated show, arranged once: a seat that sells stays where it is. Null for general admission. */
export function useHall({ seats }: Availability, plan: SeatPlan | undefined): Hall | null {
  const [kept, keep] = useState<Kept>(() => arranged(seats, plan))
  if (kept.seats === seats) return kept.hall
  const next = samePlaces(kept.seats, seats) ? { seats, hall: kept.hall } : arranged(seats, plan)
  keep(next)
  return next.hall
}

const arranged = (seats: readonly Seat[] | undefined, plan: SeatPlan | undefined): Kept => ({
  seats,
  hall: seats ? hallOf(seats, plan) : null,
})

/** Whether only statuses differ. */
function samePlaces(one: readonly Seat[] | undefined, other: readonly Seat[] | undefined): boolean {
  if (!one || !other || one.length !== other.length) return false
  return one.every((seat, index) => {
    const twin = other[index]
    return seat === twin || (seat.id === twin?.id && seat.label === twin.label && seat.tierId === twin.tierId)
  })
}
