/**
 * Viewers sent to each node that its count in the registry may not contain yet. A count is up to one beat old when it
 * is read, and a beat lasts two refreshes: so what was sent in this refresh and the two before it is added. Counting
 * some of them twice for a moment only makes the balancer more careful with a node that is filling up.
 */
export class Pending {
  #windows: Map<string, number>[] = [new Map(), new Map(), new Map()]

  /** How many were sent to the node lately. */
  of = (nodeId: string): number => this.#windows.reduce((sum, window) => sum + (window.get(nodeId) ?? 0), 0)

  sent(nodeId: string): void {
    const [now] = this.#windows
    now?.set(nodeId, (now.get(nodeId) ?? 0) + 1)
  }

  /** The registry was read: the oldest of what was sent is in its counts by now. */
  refreshed(): void {
    this.#windows = [new Map(), ...this.#windows.slice(0, -1)]
  }
}
