import type { PageLife } from './page-lifecycle.ts'
import type { RealtimeClient } from './realtime-client.ts'
import type { ServerClock } from './server-clock.ts'
import type { RealtimeStatus } from './status.ts'
import { isStreamName } from './stream-interest.ts'
import type { StreamHandlers } from './subscriptions.ts'

/** What a page needs of its client. */
export interface PageClient extends PageLife {
  readonly clock: Pick<ServerClock, 'now' | 'suggest'>
  readonly status: RealtimeStatus
  onStatus(listener: () => void): () => void
  follow(stream: string, handlers: StreamHandlers): () => void
}

/** A file that did not come is asked for again after this long; meanwhile pages ask for what they show. */
const AGAIN_MS = 5_000

/** What was followed before the client was there. */
interface Early {
  readonly stream: string
  readonly handlers: StreamHandlers
  leave?: () => void
}

/**
 * A tab's client whose code comes after the page has been taken over, as it is of no use before. Until then it keeps
 * what it is asked for.
 *
 * resting ─start─▶ loading ─arrived─▶ there
 *                   │   ▲
 *                 failed─┘ after AGAIN_MS
 */
export class LateClient implements PageClient {
  readonly clock: ServerClock
  readonly #load: () => Promise<RealtimeClient>
  readonly #listeners = new Set<() => void>()
  readonly #early = new Set<Early>()
  #client: RealtimeClient | undefined
  #loading = false
  #again: ReturnType<typeof setTimeout> | undefined
  #started = false
  #status: RealtimeStatus = 'connecting'

  /** @param load makes a client with this very clock */
  constructor(clock: ServerClock, load: () => Promise<RealtimeClient>) {
    this.clock = clock
    this.#load = load
  }

  get status(): RealtimeStatus {
    return this.#client?.status ?? this.#status
  }

  onStatus(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  follow(stream: string, handlers: StreamHandlers): () => void {
    if (this.#client) return this.#client.follow(stream, handlers)
    if (!isStreamName(stream)) throw new Error(`"${stream}" is not the name of a stream`)
    const early: Early = { stream, handlers }
    this.#early.add(early)
    return () => {
      this.#early.delete(early)
      early.leave?.()
    }
  }

  start(): void {
    this.#started = true
    if (this.#client) this.#client.start()
    else void this.#bring()
  }

  stop(): void {
    this.#started = false
    this.#client?.stop()
  }

  wake(): void {
    this.#client?.wake()
  }

  hide(): void {
    this.#client?.hide()
  }

  async #bring(): Promise<void> {
    // A second client would take the first one's place, and nobody would stop that one.
    if (this.#loading || this.#client) return
    clearTimeout(this.#again)
    this.#loading = true
    try {
      this.#arrive(await this.#load())
    } catch {
      this.#become('polling')
      this.#again = setTimeout(() => this.#started && void this.#bring(), AGAIN_MS)
    } finally {
      this.#loading = false
    }
  }

  #arrive(client: RealtimeClient): void {
    this.#client = client
    client.onStatus(() => this.#changed())
    for (const early of this.#early) early.leave = client.follow(early.stream, early.handlers)
    this.#early.clear()
    if (this.#started) client.start()
    if (client.status !== this.#status) this.#changed()
  }

  #become(status: RealtimeStatus): void {
    if (this.#status === status) return
    this.#status = status
    this.#changed()
  }

  #changed(): void {
    for (const listener of [...this.#listeners]) listener()
  }
}
