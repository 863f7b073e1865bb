import type { NodeInfo } from '../registry/registry.ts'

/**
 * A node that has just started has everything before it that the others have behind it: its code is interpreted, and the
 * first viewer of each stream costs it a registration and a read of history. Ten seconds is most of the time over which a
 * drained node spreads its viewers (DRAIN_MS, twelve seconds by default), and enough for three beats, after which its count in
 * the registry can be believed like any other.
 */
const RAMP_MS = 10_000
/** Not nothing at first: what nobody uses does not warm up. */
const FIRST_SHARE = 0.1

/** The part of its share that a node gets, by the time since it became ready: from a tenth to all of it. */
export function shareAt(readyForMs: number): number {
  return Math.min(1, FIRST_SHARE + (1 - FIRST_SHARE) * Math.max(0, readyForMs / RAMP_MS))
}

/**
 * Which nodes are new. One that holds viewers when it is first seen is not: it took a new id, or the registry lost it for
 * a moment. Nor is one that was there before us.
 */
export class SlowStart {
  readonly #readyAtMs = new Map<string, number>()
  #first = true

  /** Takes in what the registry says. */
  note(nodes: readonly NodeInfo[], nowMs: number): void {
    const listed = new Set(nodes.map((node) => node.id))
    for (const id of this.#readyAtMs.keys()) if (!listed.has(id)) this.#readyAtMs.delete(id)
    for (const { id, state, connections } of nodes) {
      if (state !== 'ready' || this.#readyAtMs.has(id)) continue
      this.#readyAtMs.set(id, this.#first || connections > 0 ? Number.NEGATIVE_INFINITY : nowMs)
    }
    this.#first = false
  }

  /** The part of its share that a node gets now. */
  shareOf(nodeId: string, nowMs: number): number {
    return shareAt(nowMs - (this.#readyAtMs.get(nodeId) ?? Number.NEGATIVE_INFINITY))
  }
}
