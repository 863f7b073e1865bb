import { EventStreamParser, type ServerEvent } from './event-stream-parser.ts'
import { parseRetryAfter } from './retry-after.ts'
import type { Next } from './socket-end.ts'
import { Watchdog } from './watchdog.ts'

/** Why a stream is over. Only `ended` and `silent` were ever open. */
export type StreamEnd =
  | { readonly kind: 'refused'; readonly status: number; readonly retryAfterMs?: number | undefined }
  | { readonly kind: 'unreachable' }
  /** Over a WebSocket the tier says what to do next. */
  | { readonly kind: 'ended'; readonly next?: Next }
  | { readonly kind: 'silent' }
  | { readonly kind: 'closed' }

export interface EventStreamOptions {
  readonly url: string
  readonly fetch: typeof fetch
  readonly headersMs: number
  readonly silenceMs: number
  onEvent(event: ServerEvent): void
  onRetry(retryMs: number): void
}

/**
 * One response of `text/event-stream`, read with fetch and not with EventSource: fetch tells the status and `Retry-After`,
 * and sees the comments whose absence means that the line is dead (docs/decisions/0030).
 */
export class EventStream {
  /** Settles with the reason, always; never rejects. */
  readonly end: Promise<StreamEnd>
  readonly #options: EventStreamOptions
  readonly #abort = new AbortController()
  #watchdog: Watchdog
  #verdict: StreamEnd | undefined

  constructor(options: EventStreamOptions) {
    this.#options = options
    this.#watchdog = new Watchdog(options.headersMs, () => this.#stop({ kind: 'unreachable' }))
    this.end = this.#read().finally(() => this.#watchdog.stop())
  }

  close(): void {
    this.#stop({ kind: 'closed' })
  }

  /** After sleep: ends the stream now if it has been silent too long, instead of when the timer gets its turn. */
  checkSilence(): void {
    this.#watchdog.check()
  }

  #stop(verdict: StreamEnd): void {
    this.#verdict ??= verdict
    this.#abort.abort()
  }

  async #read(): Promise<StreamEnd> {
    let open = false
    try {
      const response = await this.#request()
      if (!isEventStream(response)) return refusal(response)
      open = true
      await this.#drain(response.body.getReader())
    } catch {
      // A cut line, an abort and an event beyond the bound end here alike; what we asked for ourselves is in the verdict.
      this.#abort.abort()
    }
    return this.#verdict ?? { kind: open ? 'ended' : 'unreachable' }
  }

  #request(): Promise<Response> {
    return this.#options.fetch(this.#options.url, {
      headers: { accept: 'text/event-stream' },
      credentials: 'include',
      cache: 'no-store',
      redirect: 'error',
      signal: this.#abort.signal,
    })
  }

  async #drain(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
    this.#watchdog.stop()
    this.#watchdog = new Watchdog(this.#options.silenceMs, () => this.#stop({ kind: 'silent' }))
    const parser = new EventStreamParser(this.#options)
    for (;;) {
      const { done, value } = await reader.read()
      // A chunk that was on its way when somebody closed us must not be heard any more.
      if (done || this.#verdict) return
      this.#watchdog.feed()
      parser.push(value)
    }
  }
}

/** A hotel's login page answers 200 as well. */
function isEventStream(response: Response): response is Response & { body: ReadableStream<Uint8Array> } {
  const type = response.headers.get('content-type') ?? ''
  return response.status === 200 && response.body !== null && /^text\/event-stream\s*(;|$)/i.test(type)
}

async function refusal(response: Response): Promise<StreamEnd> {
  const retryAfterMs = parseRetryAfter(response.headers.get('retry-after'), Date.now())
  // Nobody reads the body; cancelling it gives the connection back.
  await response.body?.cancel().catch(() => undefined)
  return { kind: 'refused', status: response.status, retryAfterMs }
}
