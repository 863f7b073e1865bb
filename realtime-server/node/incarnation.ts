import { randomBytes, randomUUID } from 'node:crypto'

/** A node's id: random per start, and taken anew after a pause in which others may have counted the node as dead. */
export const newNodeId = (): string => `n${randomBytes(8).toString('hex')}`

/**
 * A connection's id names its node, so that a balancer finds it, and cannot be guessed: 122 bits, of which Node draws
 * enough for 128 at a time.
 */
export const newConnectionId = (nodeId: string): string => `${nodeId}.${randomUUID()}`

/** What a node must do after a beat; see {@link decideAfterBeat}. */
export type BeatDecision =
  /** All is as it should be. */
  | 'fine'
  /** The registry lost something of ours: register everything again under the same id, then catch up. */
  | 'register'
  /** We were away long enough that others may have given us up: come back as somebody new, then catch up. */
  | 'reincarnate'

export interface BeatFacts {
  /** The registry still held our lease. */
  readonly held: boolean
  /** Since the last beat that was answered before this one, by a clock that does not jump. */
  readonly sinceLastMs: number
  readonly leaseMs: number
  /** The history has another epoch than at the last beat. */
  readonly newEpoch: boolean
  /** How many interests the registry counts for us, and how many it should; null while changes are on their way. */
  readonly registryInterests: number
  readonly ownInterests: number | null
  /** The counts differed at the last beat already, and registering again did not help. */
  readonly differedBefore: boolean
}

/**
 * What a beat's answer means. A pause of more than half a lease makes a node somebody new: records addressed to its
 * old self may come from a time when its viewers had gone elsewhere.
 */
export function decideAfterBeat(facts: BeatFacts): BeatDecision {
  if (facts.sinceLastMs > facts.leaseMs / 2) return 'reincarnate'
  const differs = facts.ownInterests !== null && facts.registryInterests !== facts.ownInterests
  if (differs && facts.differedBefore) return 'reincarnate'
  return !facts.held || facts.newEpoch || differs ? 'register' : 'fine'
}
