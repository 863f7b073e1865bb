import { hash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Identity } from '#contracts/stream.ts'

/** As many as a node has viewers, and some 100 bytes each: what they say is kept for their connections anyway. */
const REMEMBERED = 20_000

interface Belief {
  readonly identity: Identity
  readonly sinceMs: number
}

/**
 * Tokens whose signature was verified, so that a viewer who comes again or changes its streams does not cost that twice.
 * A token is believed from when it was verified until the rights in it end: at each of these moments verifying it anew
 * would come to the same, since nothing else in it depends on time and keys are those the process began with. A clock
 * that was set back is before that, and then it is verified anew. What was not believed is not remembered.
 */
export class BelievedTokens {
  /** By the token's digest, which is of no use to whoever sees it. */
  readonly #beliefs: LRUCache<string, Belief>

  constructor(most = REMEMBERED) {
    this.#beliefs = new LRUCache({ max: most })
  }

  get size(): number {
    return this.#beliefs.size
  }

  find(token: string, nowMs: number): Identity | null {
    const key = digest(token)
    const belief = this.#beliefs.get(key)
    if (belief === undefined) return null
    const ended = nowMs >= belief.identity.expiresAtMs
    if (ended) this.#beliefs.delete(key)
    return ended || nowMs < belief.sinceMs ? null : belief.identity
  }

  remember(token: string, identity: Identity, nowMs: number): void {
    if (nowMs < identity.expiresAtMs) this.#beliefs.set(digest(token), { identity, sinceMs: nowMs })
  }
}

const digest = (token: string): string => hash('sha256', token, 'base64')
