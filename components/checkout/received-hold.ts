import type { HoldView } from '#contracts/storefront.ts'

/** A hold with what its answer told about the server's clock. */
export interface ReceivedHold extends HoldView {
  /** Server's clock minus this browser's, in milliseconds. Off by at most half a round trip, either way. */
  readonly clockAheadMs: number
}

/**
 * `serverNow` was written between asking and hearing. Taking the moment of hearing would promise time that has passed
 * already; half of the way is as good a guess as any, and at most half a round trip wrong.
 */
export function received(hold: HoldView, askedAtMs: number, heardAtMs: number): ReceivedHold {
  const writtenAtMs = askedAtMs + (heardAtMs - askedAtMs) / 2
  return { ...hold, clockAheadMs: Date.parse(hold.serverNow) - writtenAtMs }
}

/** What is left by the server's clock; 0 when it is over or was never active. */
export function leftMs(hold: Pick<ReceivedHold, 'expiresAt' | 'clockAheadMs' | 'status'>, localNowMs: number): number {
  if (hold.status !== 'active') return 0
  return Math.max(0, Date.parse(hold.expiresAt) - (localNowMs + hold.clockAheadMs))
}

/** The countdown warns when less than this is left: long enough to read it and to press one button. */
const WARNING_MS = 60_000

/** How a countdown stands. `over` is final only when the server says so too. */
export type CountdownPhase = 'running' | 'warning' | 'over'

export function phaseOf(left: number): CountdownPhase {
  if (left <= 0) return 'over'
  return left <= WARNING_MS ? 'warning' : 'running'
}
