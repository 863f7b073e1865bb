import { once } from 'node:events'
import { WebSocket } from 'ws'
import type { Seen } from './viewer.ts'

/** A viewer on one WebSocket, that remembers everything it was sent. */
export class WsViewer implements AsyncDisposable {
  readonly seen: Seen[] = []
  readonly socket: WebSocket
  /** Resolves when the connection ended, with the code that its end gave; 1006 for an end without one. */
  readonly ended: Promise<number>
  #waiting: { matches: (seen: Seen) => boolean; resolve: (seen: Seen) => void }[] = []

  private constructor(socket: WebSocket) {
    this.socket = socket
    socket.on('message', (text) => this.#note(JSON.parse(text.toString())))
    socket.on('error', () => {})
    this.ended = once(socket, 'close').then(([code]) => code)
  }

  /** Connects and waits for `ready`. @param base e.g. `http://127.0.0.1:4001` */
  static async open(
    base: string,
    streams: readonly string[] = [],
    options: { lastEventId?: string; cookie?: string } = {},
  ): Promise<WsViewer> {
    const query = new URLSearchParams({ streams: streams.join(','), lastEventId: options.lastEventId ?? '' })
    const headers = options.cookie ? { cookie: options.cookie } : {}
    const viewer = new WsViewer(new WebSocket(`${base.replace('http', 'ws')}/realtime/ws?${query}`, { headers }))
    await Promise.race([
      viewer.until('ready'),
      viewer.ended.then((code) => Promise.reject(new Error(`ended: ${code}`))),
    ])
    return viewer
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

  /** The first event of this name (and shape) that was or will be seen. */
  until(event: string, matches: (seen: Seen) => boolean = () => true): Promise<Seen> {
    const both = (seen: Seen) => seen.event === event && matches(seen)
    const already = this.seen.find(both)
    if (already) return Promise.resolve(already)
    return new Promise((resolve) => this.#waiting.push({ matches: both, resolve }))
  }

  say(message: object | string | Buffer): void {
    this.socket.send(typeof message === 'string' || Buffer.isBuffer(message) ? message : JSON.stringify(message))
  }

  /** Says something, and waits for the next event of this name. */
  async ask(message: object | string, answer: string): Promise<Seen> {
    const before = this.events(answer).length
    this.say(message)
    return this.until(answer, (seen) => this.events(answer).indexOf(seen) >= before)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.socket.terminate()
    await this.ended
  }

  #note({ id, event, ...data }: { id?: string; event: string }): void {
    const seen = { id, event, data }
    this.seen.push(seen)
    const met = this.#waiting.filter(({ matches }) => matches(seen))
    this.#waiting = this.#waiting.filter((one) => !met.includes(one))
    for (const { resolve } of met) resolve(seen)
  }
}
