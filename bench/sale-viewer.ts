import { connect, type Socket } from 'node:net'

/** When a sale was confirmed and when this viewer read of it, both in milliseconds since 1970. */
export interface Told {
  readonly soldAtMs: number
  readonly readAtMs: number
}

/**
 * A viewer of one show over server-sent events that notes when it reads of a sale, and does nothing else: a thousand of
 * them share a process, and what one does is time that the next one waits.
 */
export class SaleViewer implements Disposable {
  readonly #socket: Socket
  readonly #ready = Promise.withResolvers<void>()
  #next = Promise.withResolvers<Told>()
  #rest = ''

  private constructor(base: string, showId: string) {
    const { port, host } = new URL(base)
    this.#socket = connect(Number(port), '127.0.0.1')
    this.#socket.setEncoding('latin1').on('data', (text: string) => this.#read(text))
    const fail = (error?: Error) => {
      this.#ready.reject(error ?? new Error('the viewer was let go'))
      this.#next.reject(error ?? new Error('the viewer was let go'))
    }
    this.#socket.on('error', fail).on('close', () => fail())
    this.#next.promise.catch(() => {}) // nobody may be waiting when the bench ends
    this.#socket.write(`GET /realtime/sse?streams=public.show.${showId} HTTP/1.1\r\nHost: ${host}\r\n\r\n`)
  }

  /** Connects and waits for `ready`. */
  static async open(base: string, showId: string): Promise<SaleViewer> {
    const viewer = new SaleViewer(base, showId)
    await viewer.#ready.promise
    return viewer
  }

  /** The next sale that it reads of. */
  nextSale(): Promise<Told> {
    return this.#next.promise
  }

  [Symbol.dispose](): void {
    this.#socket.destroy()
  }

  #read(text: string): void {
    const readAtMs = performance.timeOrigin + performance.now()
    const blocks = (this.#rest + text).split('\n\n')
    this.#rest = blocks.pop() ?? ''
    for (const block of blocks) {
      if (block.includes('event: ready')) this.#ready.resolve()
      if (block.includes('event: ticket.sold')) this.#hear(block, readAtMs)
    }
  }

  #hear(block: string, readAtMs: number): void {
    const at = /"at":"([^"]+)"/.exec(block)?.[1]
    if (at === undefined) throw new Error('a sale without a time')
    const { resolve } = this.#next
    this.#next = Promise.withResolvers()
    this.#next.promise.catch(() => {})
    resolve({ soldAtMs: Date.parse(at), readAtMs })
  }
}
