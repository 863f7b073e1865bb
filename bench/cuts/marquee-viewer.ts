import { connect, type Socket } from 'node:net'
import type { CutViewer, Hear } from './cut-viewer.ts'

/**
 * A viewer of ours, over server-sent events, as small as ten thousand in one process must be. A replay begins fifteen
 * seconds before the cursor, so as the contract says it drops ids that it has seen, like the client in components/realtime.
 */
export class MarqueeViewer implements CutViewer {
  resets = 0
  readonly #port: number
  readonly #path: string
  readonly #hear: Hear
  #socket: Socket | null = null
  #lastId = ''
  readonly #seen = new Set<string>()
  #rest = ''
  /** Whoever waits for `ready`, over as many tries as it takes. */
  #waiting: (() => void)[] = []

  constructor(url: string, show: string, hear: Hear) {
    this.#port = Number(new URL(url).port)
    this.#path = `/realtime/sse?streams=public.show.${show}`
    this.#hear = hear
  }

  connect(): Promise<void> {
    this.#dial()
    return new Promise((ready) => this.#waiting.push(ready))
  }

  cut(): void {
    const socket = this.#socket
    this.#socket = null
    socket?.resetAndDestroy()
  }

  /** A node or balancer that cannot take it now is asked again: nobody is lost for good. */
  #dial(): void {
    this.#rest = ''
    const socket = connect(this.#port, '127.0.0.1')
    this.#socket = socket
    const resume = this.#lastId === '' ? '' : `&lastEventId=${this.#lastId}`
    const again = () => this.#socket === socket && this.#dial()
    socket.setEncoding('latin1').on('data', (text: string) => this.#read(text))
    socket.on('error', () => {}).on('close', () => setTimeout(again, 500))
    socket.write(`GET ${this.#path}${resume} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`)
  }

  #read(text: string): void {
    const blocks = (this.#rest + text).split('\n\n')
    this.#rest = blocks.pop() ?? ''
    for (const block of blocks) {
      if (block.includes('event: reset')) this.resets += 1
      this.#message(block, /^id: (\S+)/m.exec(block)?.[1])
      if (block.includes('event: ready')) for (const ready of this.#waiting.splice(0)) ready()
    }
  }

  #message(block: string, id: string | undefined): void {
    if (id === undefined) return
    this.#lastId = id
    const version = /"version":(\d+)/.exec(block)
    if (this.#seen.has(id) || version === null || !block.includes('event: ticket.sold')) return
    this.#seen.add(id)
    this.#hear(Number(version[1]))
  }
}
