import { fullJitterMs } from './backoff.ts'
import { isInstant, isRecord } from './shape.ts'
import type { Timings } from './timings.ts'

/** Rights that end within this are not worth opening a connection with. */
const NEARLY_OVER_MS = 5_000

/** How long the rights last from now, by the server's own clock at both ends. */
function lifetimeMs(session: unknown): number | null {
  if (!isRecord(session) || !isInstant(session.expiresAt) || !isInstant(session.serverNow)) return null
  return Date.parse(String(session.expiresAt)) - Date.parse(String(session.serverNow))
}

export interface IdentityOptions {
  readonly fetch: typeof fetch
  readonly random: () => number
  readonly timings: Timings
  /** Same origin as the page: it sets the host-only cookie that the tier reads. */
  readonly sessionUrl: string
  /** A fresh cookie is there; the open connection should be told. */
  onRenewed(): void
}

/**
 * Keeps the realtime cookie alive while private streams are followed: fetched before the first, renewed at half of its
 * life, and again with backoff when that fails, so that one lost answer never ends a stream.
 */
export class Identity {
  readonly #options: IdentityOptions
  #validUntilMs = 0
  #renewAtMs = Number.POSITIVE_INFINITY
  #failures = 0
  #keeping = false
  #timer: ReturnType<typeof setTimeout> | undefined
  #pending: Promise<boolean> | undefined

  constructor(options: IdentityOptions) {
    this.#options = options
  }

  /** True when the cookie is good for a connection now; asks for one if it is not. */
  async ensure(): Promise<boolean> {
    return this.#validUntilMs - Date.now() > NEARLY_OVER_MS || this.#renew()
  }

  /** The tier refused the cookie. */
  invalidate(): void {
    this.#validUntilMs = 0
  }

  /** Whether to go on renewing: only while private streams are followed. */
  keep(keeping: boolean): void {
    this.#keeping = keeping
    this.#arm()
  }

  /** Timers sleep with the machine; whoever wakes up asks. */
  checkDue(): void {
    if (Date.now() >= this.#renewAtMs) this.#renewAndTell()
  }

  #renewAndTell(): void {
    if (this.#keeping) void this.#renew().then((done) => done && this.#tell())
  }

  #tell(): void {
    if (this.#keeping) this.#options.onRenewed()
  }

  #arm(): void {
    clearTimeout(this.#timer)
    if (!this.#keeping || !Number.isFinite(this.#renewAtMs)) return
    // A timer drops fractions of a millisecond and may ring before the clock says so; there is no second one to rely on.
    this.#timer = setTimeout(() => this.#renewAndTell(), Math.max(0, this.#renewAtMs - Date.now()))
  }

  #renew(): Promise<boolean> {
    this.#pending ??= this.#request().finally(() => {
      this.#pending = undefined
      this.#arm()
    })
    return this.#pending
  }

  async #request(): Promise<boolean> {
    const lifeMs = await this.#ask().catch(() => null)
    const nowMs = Date.now()
    if (lifeMs === null || lifeMs <= 0) {
      const { backoffBaseMs: baseMs, backoffCapMs: capMs } = this.#options.timings
      this.#failures += 1
      this.#renewAtMs = nowMs + fullJitterMs(this.#failures, { baseMs, capMs }, this.#options.random)
      return false
    }
    this.#failures = 0
    this.#validUntilMs = nowMs + lifeMs
    this.#renewAtMs = nowMs + lifeMs / 2
    return true
  }

  async #ask(): Promise<number | null> {
    const response = await this.#options.fetch(this.#options.sessionUrl, {
      method: 'POST',
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(this.#options.timings.identityTimeoutMs),
    })
    if (!response.ok) {
      await response.body?.cancel()
      return null
    }
    return lifetimeMs(await response.json())
  }
}
