import type { NodeInfo } from '../registry/registry.ts'

/** Half a second: a node that only stumbled is back before its share of viewers is missed. */
const PROBE_EVERY_MS = 500

/** Nodes that failed somebody. They get no viewers until they answer a probe. */
export class Suspects implements Disposable {
  readonly #probe: (url: string) => Promise<boolean>
  readonly #suspects = new Map<string, { url: string; probing: boolean }>()
  readonly #timer: NodeJS.Timeout

  constructor(probe: (url: string) => Promise<boolean>) {
    this.#probe = probe
    this.#timer = setInterval(() => this.#probeAll(), PROBE_EVERY_MS)
  }

  get size(): number {
    return this.#suspects.size
  }

  has = (nodeId: string): boolean => this.#suspects.has(nodeId)

  add({ id, url }: Pick<NodeInfo, 'id' | 'url'>): void {
    if (!this.#suspects.has(id)) this.#suspects.set(id, { url, probing: false })
  }

  /** Probes a node that nobody complained of, and suspects it when it does not answer. */
  check(node: Pick<NodeInfo, 'id' | 'url'>): void {
    if (this.#suspects.has(node.id)) return
    void this.#probe(node.url).then((alive) => {
      if (!alive) this.add(node)
    })
  }

  /** Forgets those that nobody lists any more. */
  keepOnly(listed: ReadonlySet<string>): void {
    for (const id of this.#suspects.keys()) if (!listed.has(id)) this.#suspects.delete(id)
  }

  [Symbol.dispose](): void {
    clearInterval(this.#timer)
  }

  #probeAll(): void {
    for (const [id, suspect] of this.#suspects) {
      if (suspect.probing) continue
      suspect.probing = true
      void this.#probe(suspect.url).then((alive) => {
        suspect.probing = false
        if (alive && this.#suspects.get(id) === suspect) this.#suspects.delete(id)
      })
    }
  }
}
