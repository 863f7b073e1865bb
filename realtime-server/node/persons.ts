import type { Identity } from '#contracts/stream.ts'
import { CountedShares } from '../limits/counted-shares.ts'

/** What somebody is told who has as many connections as one person may. */
export const SHARE_TAKEN = 'You have as many connections here as one person may; close another one first.'

/** How many connections each person has at this node, guests too. */
export class Persons {
  readonly #shares: CountedShares

  constructor(limit: number) {
    this.#shares = new CountedShares(limit)
  }

  /** Whether somebody has as many as one may. Whom we do not know has no share: that is the balancer's, by address. */
  haveTheirShare(identity: Identity | null): boolean {
    return identity !== null && this.#shares.isFull(keyOf(identity))
  }

  /** Counts one more. @returns takes it back, to be called once */
  enter(identity: Identity): () => void {
    return this.#shares.enter(keyOf(identity))
  }

  /** People who hold something. */
  get size(): number {
    return this.#shares.size
  }
}

/** A person is one at one reseller; resellers' ids have no spaces. */
const keyOf = ({ resellerId, customerRef }: Identity): string => `${resellerId} ${customerRef}`
