import type { NodeInfo } from '../registry/registry.ts'

/** After half an hour or so a connection has been rotated away, and with it the id that names its node. */
const LIFE_MS = 40 * 60_000
/** A node missing from the registry may be registering again: two beats and a retry. */
const GRACE_MS = 10_000

/**
 * Where the node of a connection is. It remembers ids that the registry no longer has: a node that had to take a new id
 * still holds the connections of its old one, at the same address.
 */
export class AddressBook {
  readonly #entries = new Map<string, { url: string; seenAtMs: number }>()

  /** Takes in what the registry says, and forgets what can no longer be meant. */
  note(nodes: readonly NodeInfo[], nowMs: number): void {
    const urls = new Set(nodes.map((node) => node.url))
    for (const { id, url } of nodes) this.#entries.set(id, { url, seenAtMs: nowMs })
    for (const [id, { url, seenAtMs }] of this.#entries) {
      if (nowMs - seenAtMs > (urls.has(url) ? LIFE_MS : GRACE_MS)) this.#entries.delete(id)
    }
  }

  urlOf(nodeId: string): string | null {
    return this.#entries.get(nodeId)?.url ?? null
  }
}
