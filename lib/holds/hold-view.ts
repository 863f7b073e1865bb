import type { Hold } from '#contracts/hold.ts'
import type { HoldView } from '#contracts/storefront.ts'
import type { RememberedHold } from './hold-memory.ts'

/** A hold that core just gave or extended. */
export function viewOfHold(hold: Hold): HoldView {
  return { ...hold, status: 'active' }
}

/** A remembered hold at a moment of our clock; what is left of it is told by core's clock. */
export function viewOfRemembered(hold: RememberedHold, nowMs: number): HoldView {
  const coreNowMs = nowMs + hold.clockAheadMs
  return {
    id: hold.id,
    showId: hold.showId,
    items: [...hold.items],
    total: hold.total,
    extensionsLeft: hold.extensionsLeft,
    expiresAt: new Date(hold.expiresAtMs).toISOString(),
    serverNow: new Date(coreNowMs).toISOString(),
    status: statusAt(hold, coreNowMs),
    ...(hold.orderId === null ? {} : { orderId: hold.orderId }),
  }
}

function statusAt(hold: RememberedHold, coreNowMs: number): HoldView['status'] {
  if (hold.orderId !== null) return 'ordered'
  if (hold.released) return 'released'
  return coreNowMs < hold.expiresAtMs ? 'active' : 'expired'
}
