import { connect, type Socket } from 'node:net'
import type { CutViewer, Hear } from './cut-viewer.ts'

/**
 * A viewer of ours, over server-sent events, as small as ten thousand in one process must be. A replay begins five seconds
 * before the cursor, so as the contract says it drops ids that it has seen, like the client in components/realtime.
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
  #ready: () => void = () => {}

  constructor(url: string, show: string, hear: Hear) {
    this.#port = Number(new URL(url).port)
    this.#path = `/realtime/sse?streams=public.show.${show}`
    this.#hear = hear
  }

  connect(): Promise<void> {
    this.#rest = ''
    const socket = connect(this.#port, '127.0.0.1')
    this.#socket = socket
    const resume = this.#lastId === '' ? '' : `&lastEventId=${this.#lastId}`
    socket.setEncoding('latin1').on('data', (text: string) => this.#read(text))
    // A node or balancer that cannot take it now is asked again: nobody is lost for good.
    socket
      .on('error', () => {})
      .on('close', () => this.#socket === socket && setTimeout(() => void this.connect(), 500))
    socket.write(`GET ${this.#path}${resume} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`)
    return new Promise((ready) => {
      this.#ready = ready
    })
  }

  cut(): void {
    const socket = this.#socket
    this.#socket = null
    socket?.resetAndDestroy()
  }

  #read(text: string): void {
    const blocks = (this.#rest + text).split('\n\n')
    this.#rest = blocks.pop() ?? ''
    for (const block of blocks) {
      if (block.includes('event: reset')) this.resets += 1
      this.#message(block, /^id: (\S+)/m.exec(block)?.[1])
      if (block.includes('event: ready')) this.#ready()
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
