'use client'

import { useMemo, useState } from 'react'
import type { HoldUse } from '#components/checkout/hold-use.ts'
import { ownSeats } from '#components/selection/own-seats.ts'
import type { HoldView } from '#contracts/storefront.ts'

export interface OwnHolds extends Pick<HoldUse, 'onKnown'> {
  /** Seats that are kept for this browser. */
  readonly seats: ReadonlySet<string>
}

/** What this browser has reserved of a show, as the line that leads back to it learns. */
export function useOwnHolds(): OwnHolds {
  const [holds, setHolds] = useState<readonly HoldView[]>([])
  const seats = useMemo(() => ownSeats(holds), [holds])
  return { seats, onKnown: setHolds }
}
