import type { ClientMessage, StreamMessage } from './client-message.ts'
import { withVersion } from './connection-state.ts'
import { Seen } from './seen.ts'
import type { ReadyStream } from './tab-channel.ts'

/** What a part of a page does with a stream. After `onReady` and `onReset` it takes a snapshot of what the stream feeds. */
export interface StreamHandlers {
  /** The page shows what the stream is about: whoever looks at the page counts among the show's viewers. */
  readonly visible?: boolean
  onMessage(message: StreamMessage): void
  /**
   * From here on nothing is missed. `version` is the show's at that moment: a snapshot must not be older.
   * `resumed` means that nothing was missed before either, so that data already held is still good.
   */
  onReady?(info: { version?: number | undefined; resumed: boolean }): void
  onReset?(): void
}

/** What the parts of one tab follow, and how the words of the tier reach them: each message once. */
export class Subscriptions {
  readonly #handlers = new Map<string, Set<StreamHandlers>>()
  readonly #seen = new Seen()
  /** Streams of which this tab has missed nothing since it saw them ready. */
  readonly #covered = new Set<string>()
  #ready: Readonly<Record<string, ReadyStream>> = {}

  add(stream: string, handlers: StreamHandlers): () => void {
    const set = this.#handlers.get(stream) ?? new Set()
    this.#handlers.set(stream, set.add(handlers))
    const ready = this.#ready[stream]
    // Later, so that the caller has what `add` returns before it hears anything.
    if (ready) queueMicrotask(() => set.has(handlers) && this.#welcome(stream, handlers))
    return () => {
      set.delete(handlers)
      if (set.size > 0 || this.#handlers.get(stream) !== set) return
      this.#handlers.delete(stream)
      this.#covered.delete(stream)
    }
  }

  streams(): string[] {
    return [...this.#handlers.keys()]
  }

  /** The streams whose subject this page shows. */
  visible(): string[] {
    return [...this.#handlers].flatMap(([stream, set]) => ([...set].some((one) => one.visible) ? [stream] : []))
  }

  allReady(): boolean {
    return this.streams().every((stream) => this.#ready[stream] !== undefined)
  }

  /** Takes what is ready now, and greets those who were waiting for it. */
  takeReady(ready: Readonly<Record<string, ReadyStream>>): void {
    const before = this.#ready
    this.#ready = ready
    for (const [stream, { version, resumed }] of Object.entries(ready)) {
      const handlers = this.#handlers.get(stream)
      if (before[stream] || !handlers) continue
      const info = { version, resumed: resumed && this.#covered.has(stream) }
      this.#covered.add(stream)
      each(handlers, (one) => one.onReady?.(info))
    }
  }

  /** This tab was away while others went on: it cannot say any more that it missed nothing. */
  missedSome(): void {
    this.#covered.clear()
  }

  tell(message: ClientMessage): void {
    if (message.event === 'ready') return
    if (message.event === 'reset') {
      for (const stream of message.data.streams) each(this.#handlers.get(stream), (one) => one.onReset?.())
      return
    }
    this.#ready = withVersion(this.#ready, message)
    const handlers = this.#handlers.get(message.data.stream)
    if (!handlers || (message.id !== null && !this.#seen.first(message.data.stream, message.id))) return
    each(handlers, (one) => one.onMessage(message))
  }

  #welcome(stream: string, handlers: StreamHandlers): void {
    const ready = this.#ready[stream]
    if (!ready) return
    this.#covered.add(stream)
    each([handlers], (one) => one.onReady?.({ version: ready.version, resumed: false }))
  }
}

/** One part's fault is reported like any uncaught error and keeps nothing from the others. */
function each(handlers: Iterable<StreamHandlers> | undefined, tell: (handlers: StreamHandlers) => void): void {
  for (const one of [...(handlers ?? [])]) {
    try {
      tell(one)
    } catch (error) {
      setTimeout(() => {
        throw error
      })
    }
  }
}
