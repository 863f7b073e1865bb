import { createParser, type EventSourceMessage } from 'eventsource-parser'

/** One event as a viewer got it. */
export interface Seen {
  readonly id: string | undefined
  readonly event: string
  // biome-ignore lint/suspicious/noExplicitAny: tests look into any event's data
  readonly data: any
}

interface ViewerOptions {
  readonly lastEventId?: string
  readonly cookie?: string
  readonly headers?: Record<string, string>
  /** Of its streams, the shows that somebody sees. */
  readonly visible?: readonly string[]
}

/** A viewer on one SSE connection, that remembers everything it was sent. */
export class TestViewer implements AsyncDisposable {
  readonly seen: Seen[] = []
  /** Whether its connection has ended, whoever ended it. */
  hasEnded = false
  readonly #abort = new AbortController()
  #waiting: { matches: (seen: Seen) => boolean; resolve: (seen: Seen) => void }[] = []
  #ended = Promise.withResolvers<void>()

  /** Connects and waits for `ready`. @param base e.g. `http://127.0.0.1:4001` */
  static async open(base: string, streams: readonly string[], options: ViewerOptions = {}): Promise<TestViewer> {
    const viewer = await TestViewer.connect(base, streams, options)
    await viewer.until('ready')
    return viewer
  }

  /** Connects, and leaves waiting to the test. */
  static async connect(base: string, streams: readonly string[], options: ViewerOptions = {}): Promise<TestViewer> {
    const viewer = new TestViewer()
    const headers: Record<string, string> = { ...options.headers }
    if (options.lastEventId) headers['last-event-id'] = options.lastEventId
    if (options.cookie) headers.cookie = options.cookie
    const visible = options.visible ? `&visible=${options.visible.join(',')}` : ''
    const url = `${base}/realtime/sse?streams=${streams.join(',')}${visible}`
    const response = await fetch(url, { headers, signal: viewer.#abort.signal })
    if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`)
    void viewer.#read(response.body as ReadableStream<Uint8Array>)
    return viewer
  }

  /** Resolves when the server ended the connection. */
  get ended(): Promise<void> {
    return this.#ended.promise
  }

  get lastId(): string | undefined {
    return this.seen.findLast((seen) => seen.id !== undefined)?.id
  }

  get connection(): string {
    return this.seen.find((seen) => seen.event === 'ready')?.data.connection
  }

  events(event: string): Seen[] {
    return this.seen.filter((seen) => seen.event === event)
  }

  /** Each step of a show's version that it was told of as sold, as often as it was: merged messages tell of several. */
  get soldSteps(): number[] {
    return this.events('ticket.sold').flatMap(({ data }) =>
      Array.from({ length: data.version - data.from }, (_, i) => data.from + i + 1),
    )
  }

  /** The first event of this name (and shape) that was or will be seen. */
  until(event: string, matches: (seen: Seen) => boolean = () => true): Promise<Seen> {
    const both = (seen: Seen) => seen.event === event && matches(seen)
    const already = this.seen.find(both)
    if (already) return Promise.resolve(already)
    return new Promise((resolve) => this.#waiting.push({ matches: both, resolve }))
  }

  close(): void {
    this.#abort.abort()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.close()
    await this.#ended.promise
  }

  async #read(body: ReadableStream<Uint8Array>): Promise<void> {
    const parser = createParser({ onEvent: (event) => this.#note(event) })
    const decoder = new TextDecoder()
    try {
      for await (const chunk of body) parser.feed(decoder.decode(chunk, { stream: true }))
    } catch {
      // aborted, or cut by the server: the test sees it by `ended`
    }
    this.hasEnded = true
    this.#ended.resolve()
  }

  #note({ id, event = 'message', data }: EventSourceMessage): void {
    const seen = { id, event, data: JSON.parse(data) }
    this.seen.push(seen)
    const met = this.#waiting.filter(({ matches }) => matches(seen))
    this.#waiting = this.#waiting.filter((one) => !met.includes(one))
    for (const { resolve } of met) resolve(seen)
  }
}
