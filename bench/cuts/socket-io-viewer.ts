import { io, type Socket } from 'socket.io-client'
import type { CutViewer, Hear } from './cut-viewer.ts'

/** A viewer of Socket.IO with its own recovery, as its documentation says to use it. */
export class SocketIoViewer implements CutViewer {
  resets = 0
  readonly #socket: Socket

  constructor(url: string, hear: Hear) {
    this.#socket = io(url, { transports: ['websocket'], autoConnect: false, reconnection: false })
    this.#socket.on('ticket.sold', ({ version }: { version: number }) => hear(version))
  }

  async connect(): Promise<void> {
    const before = this.#socket.active || this.#connectedBefore
    this.#socket.connect()
    await new Promise<void>((done) => {
      this.#socket.once('connect', done)
      this.#socket.on('connect_error', () => setTimeout(() => this.#socket.connect(), 500))
    })
    this.#socket.off('connect_error')
    if (before && !this.#socket.recovered) this.resets += 1
    this.#connectedBefore = true
  }

  cut(): void {
    this.#socket.io.engine?.transport?.close()
  }

  #connectedBefore = false
}
