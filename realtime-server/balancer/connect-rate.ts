/**
 * How many seconds' worth an address may use at once: an office of 2,000 that loses its node is back in one go at the
 * default rate, which is also the most connections that one address may hold.
 */
const BURST_S = 10
/** Addresses remembered, about 100 bytes each. Whoever connects from more of them is not stopped by counting them. */
const MAX_ADDRESSES = 65_536

interface Bucket {
  readonly tokens: number
  readonly atMs: number
}

/** How often each address may connect: a bucket of tokens that fills by so many a second, and takes ten seconds to fill. */
export class ConnectRate {
  readonly #perSecond: number
  readonly #most: number
  /** Those who came longest ago first. A bucket that is full again and one that was forgotten are the same. */
  readonly #buckets = new Map<string, Bucket>()

  constructor(perSecond: number, mostAddresses = MAX_ADDRESSES) {
    this.#perSecond = perSecond
    this.#most = mostAddresses
  }

  /** Takes a token of the address; false when it has none left. */
  take(key: string, nowMs: number): boolean {
    const left = this.#tokensOf(key, nowMs) - 1
    if (left < 0) return false // its bucket goes on filling from where it was
    this.#buckets.delete(key)
    this.#buckets.set(key, { tokens: left, atMs: nowMs })
    this.#forgetOldest()
    return true
  }

  /** Addresses remembered. */
  get size(): number {
    return this.#buckets.size
  }

  #tokensOf(key: string, nowMs: number): number {
    const full = this.#perSecond * BURST_S
    const bucket = this.#buckets.get(key)
    if (bucket === undefined) return full
    return Math.min(full, bucket.tokens + (Math.max(0, nowMs - bucket.atMs) / 1_000) * this.#perSecond)
  }

  #forgetOldest(): void {
    const [oldest] = this.#buckets.keys()
    if (this.#buckets.size > this.#most && oldest !== undefined) this.#buckets.delete(oldest)
  }
}
