import type { Socket } from 'node:net'
import type { Answering } from './dial.ts'
import { Tunnel } from './tunnel.ts'

/**
 * What has been let go and is still there then is a viewer that does not read, or an answer that does not end. After
 * the longest `DRAIN_MS`, 20 s, this leaves three seconds of those that a program may take to stop.
 */
const CUT_AFTER_MS = 2_000

/** All open tunnels of a balancer, and the room that is left. */
export class Tunnels {
  readonly #limit: number
  readonly #open = new Set<Tunnel>()
  #opening = 0
  #draining = false
  #emptied: (() => void) | undefined

  constructor(limit: number) {
    this.#limit = limit
  }

  get size(): number {
    return this.#open.size
  }

  /** What waits here for slow viewers, all together. */
  get bufferedBytes(): number {
    let sum = 0
    for (const tunnel of this.#open) sum += tunnel.bufferedBytes
    return sum
  }

  get draining(): boolean {
    return this.#draining
  }

  /** No more viewers are taken: at the cap nobody is put out to let another in. */
  get full(): boolean {
    return this.#draining || this.#open.size + this.#opening >= this.#limit
  }

  /** Counts a viewer whose node is still being looked for. */
  async opening<T>(work: () => Promise<T>): Promise<T> {
    this.#opening += 1
    try {
      return await work()
    } finally {
      this.#opening -= 1
    }
  }

  open(viewer: Socket, answering: Answering): void {
    this.#open.add(new Tunnel(viewer, answering, this.#onClosed))
  }

  /**
   * Closes every tunnel at its own moment within `spreadMs`, and cuts soon afterwards what does not end by that; resolves
   * when all are gone.
   */
  async drain(spreadMs: number): Promise<void> {
    this.#draining = true
    if (this.#open.size === 0) return
    const gone = new Promise<void>((resolve) => {
      this.#emptied = resolve
    })
    for (const tunnel of this.#open) setTimeout(() => tunnel.close(), Math.random() * spreadMs)
    const cutting = setTimeout(() => {
      for (const tunnel of this.#open) tunnel.cut()
    }, spreadMs + CUT_AFTER_MS)
    await gone
    clearTimeout(cutting)
  }

  #onClosed = (tunnel: Tunnel): void => {
    this.#open.delete(tunnel)
    if (this.#open.size === 0) this.#emptied?.()
  }
}
