/** One event of a `text/event-stream`. `id` is the event's own; an event without one has none, it does not inherit. */
export interface ServerEvent {
  readonly event: string
  readonly data: string
  readonly id: string | undefined
}

export interface EventStreamSink {
  onEvent(event: ServerEvent): void
  /** The server's `retry:` in milliseconds. */
  onRetry(retryMs: number): void
}

/** An event longer than this is not ours: the tier's largest payload is 256 KiB of text. */
export const MAX_EVENT_LENGTH = 1024 * 1024

/**
 * Reads a `text/event-stream` as the HTML standard defines it, in whatever pieces the network brings: a BOM, a character
 * or a CRLF may be split between two chunks. Comments are dropped; that bytes came at all is the caller's to notice.
 */
export class EventStreamParser {
  // Not fatal, and drops one leading BOM: both as the standard says.
  readonly #decoder = new TextDecoder()
  readonly #sink: EventStreamSink
  #rest = ''
  #afterCarriageReturn = false
  #event = ''
  #data: string[] = []
  #length = 0
  #id: string | undefined

  constructor(sink: EventStreamSink) {
    this.#sink = sink
  }

  /** Takes the next bytes; throws a RangeError when an event outgrows the bound. */
  push(chunk: Uint8Array): void {
    let text = this.#decoder.decode(chunk, { stream: true })
    if (text === '') return
    if (this.#afterCarriageReturn && text.startsWith('\n')) text = text.slice(1)
    this.#afterCarriageReturn = text.endsWith('\r')
    const lines = (this.#rest + text).split(/\r\n|\r|\n/)
    this.#rest = lines.pop() ?? ''
    for (const line of lines) this.#takeLine(line)
    this.#bound(this.#rest.length)
  }

  #takeLine(line: string): void {
    const colon = line.indexOf(':')
    if (line === '') this.#dispatch()
    if (line === '' || colon === 0) return
    const field = colon < 0 ? line : line.slice(0, colon)
    const value = colon < 0 ? '' : line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1)
    this.#takeField(field, value)
  }

  #takeField(field: string, value: string): void {
    if (field === 'data') {
      this.#length += value.length
      this.#bound(0)
      this.#data.push(value)
    } else if (field === 'event') this.#event = value
    else if (field === 'id' && !value.includes('\0')) this.#id = value
    else if (field === 'retry' && /^\d+$/.test(value)) this.#sink.onRetry(Number(value))
  }

  #dispatch(): void {
    const event = { event: this.#event || 'message', data: this.#data.join('\n'), id: this.#id }
    const hasData = this.#data.length > 0
    this.#event = ''
    this.#data = []
    this.#length = 0
    this.#id = undefined
    if (hasData) this.#sink.onEvent(event)
  }

  #bound(pending: number): void {
    if (this.#length + pending > MAX_EVENT_LENGTH) throw new RangeError('an event is longer than any of ours')
  }
}
