import { TokenBucket, type TokenRate } from '../limits/token-bucket.ts'

/**
 * How many seconds' worth an address may use at once: an office of 2,000 that loses its node is back in one go at the
 * default rate, which is also the most connections that one address may hold.
 */
const BURST_S = 10
/** Addresses remembered, about 100 bytes each. Whoever connects from more of them is not stopped by counting them. */
const MAX_ADDRESSES = 65_536

/** How often each address may connect: a bucket of tokens that fills by so many a second, and takes ten seconds to fill. */
export class ConnectRate {
  readonly #rate: TokenRate
  readonly #most: number
  /** Those who came longest ago first. A bucket that is full again and one that was forgotten are the same. */
  readonly #buckets = new Map<string, TokenBucket>()

  constructor(perSecond: number, mostAddresses = MAX_ADDRESSES) {
    this.#rate = { burst: perSecond * BURST_S, perSecond }
    this.#most = mostAddresses
  }

  /** Takes a token of the address; false when it has none left. */
  take(key: string, nowMs: number): boolean {
    const bucket = this.#buckets.get(key) ?? new TokenBucket(this.#rate, nowMs)
    if (!bucket.take(nowMs)) return false
    this.#buckets.delete(key)
    this.#buckets.set(key, bucket)
    this.#forgetOldest()
    return true
  }

  /** Addresses remembered. */
  get size(): number {
    return this.#buckets.size
  }

  #forgetOldest(): void {
    const [oldest] = this.#buckets.keys()
    if (this.#buckets.size > this.#most && oldest !== undefined) this.#buckets.delete(oldest)
  }
}
