/** How a connection went, as far as the next one is concerned. */
export interface Aftermath {
  /** Failures in a row, this one included; 0 after a connection that served well. */
  readonly failures: number
  /** The server's `retry:`, already jittered by it. It holds for ordinary ends only. */
  readonly retryMs?: number | undefined
  /** The server's `Retry-After`: never sooner. */
  readonly retryAfterMs?: number | undefined
}

export interface BackoffBounds {
  readonly baseMs: number
  readonly capMs: number
}

/** Full jitter: anywhere between now and base·2ⁿ, capped, so that a crowd that fell together does not return together. */
export function fullJitterMs(attempt: number, { baseMs, capMs }: BackoffBounds, random: () => number): number {
  return random() * Math.min(capMs, baseMs * 2 ** Math.min(attempt, 30))
}

/** The wait before the next connection. `Retry-After` is one number for everybody, so up to half of it again is added. */
export function reconnectDelayMs(after: Aftermath, bounds: BackoffBounds, random: () => number): number {
  if (after.failures === 0 && after.retryMs !== undefined) return Math.min(after.retryMs, bounds.capMs)
  const ownMs = fullJitterMs(after.failures, bounds, random)
  if (after.retryAfterMs === undefined) return ownMs
  return Math.max(ownMs, after.retryAfterMs * (1 + random() / 2))
}
