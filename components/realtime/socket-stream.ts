import type { StreamEnd } from './event-stream.ts'
import type { EventStreamSink } from './event-stream-parser.ts'
import { isCount, isRecord, parseJson } from './shape.ts'
import { nextAfter } from './socket-end.ts'
import { Watchdog } from './watchdog.ts'

/** Opens a WebSocket to an address of the tier, which is `http:`, `https:` or relative to the page. */
export type OpenSocket = (address: string) => WebSocket

export interface SocketStreamOptions extends EventStreamSink {
  readonly url: string
  readonly openSocket: OpenSocket
  /** Patience with an opening, and with an answer to a ping. */
  readonly headersMs: number
  readonly silenceMs: number
}

/** Three pings within the silence that a stream may have, so that servers and proxies see a line in use. */
const PINGS_PER_SILENCE = 3

/**
 * The tier's streams over a WebSocket, to be used like an {@link EventStream}. A page sees neither why an upgrade was
 * refused nor the protocol's pings: the first is told as `unreachable`, and it pings by messages of its own. It counts
 * from its own ping and not from the last message: in a hidden tab timers ring once a minute, answers come at once.
 */
export class SocketStream {
  /** Settles with the reason, always; never rejects. */
  readonly end: Promise<StreamEnd>
  readonly #options: SocketStreamOptions
  readonly #settle: (end: StreamEnd) => void
  readonly #socket: WebSocket
  #patience: Watchdog | undefined
  #pings: ReturnType<typeof setInterval> | undefined
  #heardAtMs = Date.now()
  #open = false
  #over = false

  constructor(options: SocketStreamOptions) {
    const { promise, resolve } = Promise.withResolvers<StreamEnd>()
    this.#options = options
    this.end = promise
    this.#settle = resolve
    this.#socket = options.openSocket(options.url)
    this.#patience = new Watchdog(options.headersMs, () => this.#stop({ kind: 'unreachable' }))
    this.#socket.addEventListener('open', this.#onOpen)
    this.#socket.addEventListener('message', this.#onMessage)
    this.#socket.addEventListener('close', this.#onClose)
  }

  close(): void {
    this.#stop({ kind: 'closed' })
  }

  /** After sleep: asks at once whether the line still lives, or looks whether the answer is overdue. */
  checkSilence(): void {
    if (this.#patience) this.#patience.check()
    else this.#ping()
  }

  #onOpen = (): void => {
    this.#open = true
    this.#heard()
    this.#pings = setInterval(() => this.#ping(), this.#options.silenceMs / PINGS_PER_SILENCE)
  }

  #onMessage = ({ data }: MessageEvent): void => {
    // A message that was on its way when somebody closed us must not be heard any more.
    if (this.#over) return
    this.#heard()
    const message = typeof data === 'string' ? parseJson(data) : undefined
    if (!isRecord(message) || typeof message.event !== 'string') return
    if (message.event !== 'retry') {
      const id = typeof message.id === 'string' ? message.id : undefined
      this.#options.onEvent({ event: message.event, id, data: data as string })
    } else if (isCount(message.retryMs)) this.#options.onRetry(message.retryMs as number)
  }

  #onClose = ({ code }: CloseEvent): void => {
    this.#stop(this.#open ? { kind: 'ended', next: nextAfter(code) } : { kind: 'unreachable' })
  }

  #heard(): void {
    this.#heardAtMs = Date.now()
    this.#patience?.stop()
    this.#patience = undefined
  }

  /** However often it is asked for, a ping is sent only when nothing was heard for as long as lies between two. */
  #ping(): void {
    if (this.#patience || Date.now() - this.#heardAtMs < this.#options.silenceMs / PINGS_PER_SILENCE) return
    this.#patience = new Watchdog(this.#options.headersMs, () => this.#stop({ kind: 'silent' }))
    this.#socket.send('{"event":"ping"}')
  }

  /** Does not wait for the peer to agree: on a dead line that takes minutes. */
  #stop(end: StreamEnd): void {
    if (this.#over) return
    this.#over = true
    this.#patience?.stop()
    clearInterval(this.#pings)
    this.#socket.close()
    this.#settle(end)
  }
}
