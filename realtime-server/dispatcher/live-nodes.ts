import type { NodeInfo, RegistryView } from '../registry/registry.ts'

/**
 * How old a view of the live nodes may be. With 300 of them one costs Redis up to two milliseconds: asked for ten times
 * a second that is 2 %, asked for with every batch it would grow with the messages. A node that takes a new id is known
 * by the old one for as long as it takes to register anyway, which is no shorter.
 */
export const FRESH_MS = 100

/** Which nodes are live, asked of the registry once for whoever wants to know within {@link FRESH_MS}. */
export class LiveNodes implements Pick<RegistryView, 'nodes'> {
  readonly #registry: Pick<RegistryView, 'nodes'>
  readonly #nowMs: () => number
  #view: { readonly nodes: Promise<NodeInfo[]>; readonly askedAtMs: number } | null = null

  constructor(registry: Pick<RegistryView, 'nodes'>, nowMs: () => number = () => performance.now()) {
    this.#registry = registry
    this.#nowMs = nowMs
  }

  /** @throws what the registry throws; the next call asks again */
  nodes(): Promise<NodeInfo[]> {
    const known = this.#view
    if (known !== null && this.#nowMs() - known.askedAtMs < FRESH_MS) return known.nodes
    const view = { nodes: this.#registry.nodes(), askedAtMs: this.#nowMs() }
    this.#view = view
    view.nodes.catch(() => {
      if (this.#view === view) this.#view = null
    })
    return view.nodes
  }
}
