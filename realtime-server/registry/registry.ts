import type { Cursor } from '../cursor.ts'

/*
 * The registry says which nodes hold viewers of what. Its data lives in Redis and its clock is Redis's clock:
 *   rt:nodes               sorted set: node → when its lease ends (ms)
 *   rt:node:<id>           hash: url, slot, state, connections, streams
 *   rt:stream:<interest>   set of nodes; no expiry, dead nodes are filtered by rt:nodes
 *   rt:interests:<id>      the same the other way round, so that whoever finds a node dead can take out what names it
 */

/** `starting`: has a lease but hears nothing yet. `draining`: still delivers, takes no new viewers. */
export type NodeState = 'starting' | 'ready' | 'draining'

/** A live node as others see it. */
export interface NodeInfo {
  readonly id: string
  /** Where the balancer reaches it, e.g. `http://10.0.0.7:4001`. */
  readonly url: string
  readonly slot: number
  readonly state: NodeState
  readonly connections: number
}

/** What a node says of itself with every beat. */
export interface NodeLoad {
  readonly state: NodeState
  readonly connections: number
}

/** The answer to a beat. */
export interface Beat {
  /** False when the lease had ended or the registry knows nothing of the node: then nobody addressed it for a while. */
  readonly held: boolean
  /** How many interests the registry has for this node; differs from the node's own count when something was lost. */
  readonly interests: number
  /** The present as a position in every stream: the epoch, and Redis's clock. */
  readonly now: Cursor
}

/** A node's own side of the registry. Every method is idempotent. */
export interface NodeRegistry {
  /** Takes a lease and the slot with the fewest live nodes (of `slots` there are). The same id may enter again. */
  enter(node: { id: string; url: string; slot?: number }, slots: number): Promise<{ slot: number }>
  /** Renews the lease and publishes the load. */
  beat(id: string, load: NodeLoad): Promise<Beat>
  /**
   * From when this resolves, every dispatcher that reads the registry finds the node under these interests. Of a node
   * that is not known nothing is kept: its next beat says so, and it registers everything again.
   */
  add(id: string, interests: readonly string[]): Promise<void>
  remove(id: string, interests: readonly string[]): Promise<void>
  /** Gives the lease back, and takes out everything that names the node. */
  leave(id: string): Promise<void>
}

/** Where a node is reached: by its id, or by the slot that it reads, whichever the bus goes by. */
export interface NodeAddress {
  readonly node: string
  readonly slot: number
}

/** Who needs a message: some live nodes, or everybody because the registry cannot be trusted just now. */
export type Recipients = readonly NodeAddress[] | 'everyone'

/** What dispatchers and balancers ask. */
export interface RegistryView {
  /** The live nodes holding viewers of each interest, in the order asked. */
  recipients(interests: readonly string[]): Promise<Recipients[]>
  nodes(): Promise<NodeInfo[]>
}

/** A lease lasts three beats: one may be lost and one late before a node counts as dead. */
export const LEASE_MS = 6_000
export const BEAT_MS = 2_000

/**
 * How long after the epoch was minted the view counts as incomplete: every live node beats within BEAT_MS, sees what
 * it lost and registers again; one lease covers a late beat and a retry as well.
 */
export const DISTRUST_MS = LEASE_MS + BEAT_MS
