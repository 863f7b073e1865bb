import type { Identity } from '#contracts/stream.ts'

/** What somebody is told who has as many connections as one person may. */
export const SHARE_TAKEN = 'You have as many connections here as one person may; close another one first.'

/** How many connections each person has at this node, guests too. Its size is bounded by the connections that are open. */
export class Persons {
  readonly #limit: number
  readonly #held = new Map<string, number>()

  constructor(limit: number) {
    this.#limit = limit
  }

  /** Whether somebody has as many as one may. Whom we do not know has no share: that is the balancer's, by address. */
  haveTheirShare(identity: Identity | null): boolean {
    return identity !== null && (this.#held.get(keyOf(identity)) ?? 0) >= this.#limit
  }

  /** Counts one more. @returns takes it back, once */
  enter(identity: Identity): () => void {
    const key = keyOf(identity)
    this.#held.set(key, (this.#held.get(key) ?? 0) + 1)
    return () => {
      const held = (this.#held.get(key) ?? 0) - 1
      if (held > 0) this.#held.set(key, held)
      else this.#held.delete(key)
    }
  }

  /** People who hold something. */
  get size(): number {
    return this.#held.size
  }
}

/** A person is one at one reseller; resellers' ids have no spaces. */
const keyOf = ({ resellerId, customerRef }: Identity): string => `${resellerId} ${customerRef}`
