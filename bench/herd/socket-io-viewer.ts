import { io, type Socket } from 'socket.io-client'
import type { Happenings, HerdViewer } from './herd-viewer.ts'

/** What its client has below it, as far as a line needs to be cut without a word. */
interface Engine {
  readonly transport: { readonly ws: { terminate(): void } | null } | null
  close(): void
}

/** A viewer of Socket.IO with its own recovery, as its documentation says to use it, and its own wait before it comes back. */
export class SocketIoViewer implements HerdViewer {
  resets = 0
  readonly #socket: Socket
  #away: 'cut' | 'dropped' | null = null

  constructor(url: string, localAddress: string, happenings: Happenings) {
    const options = { transports: ['websocket'], autoConnect: false, forceNew: true }
    this.#socket = io(url, { ...options, localAddress } as Parameters<typeof io>[1])
    this.#socket.on('ticket.sold', ({ version }: { version: number }) => happenings.hear(version))
    this.#socket.on('disconnect', () => {
      if (this.#away !== null) return
      this.#away = 'dropped'
      happenings.gone()
    })
    this.#socket.on('connect', () => {
      if (this.#away !== null && !this.#socket.recovered) {
        this.resets += 1
        happenings.reset()
      }
      if (this.#away === 'dropped') happenings.back()
      this.#away = null
    })
  }

  connect(): Promise<void> {
    // It came back by itself: the line is whole before the network is said to be.
    if (this.#socket.connected) return Promise.resolve()
    this.#socket.io.reconnection(true)
    const connected = new Promise<void>((done) => this.#socket.once('connect', done))
    this.#socket.connect()
    return connected
  }

  cut(): void {
    this.#away = 'cut'
    this.#socket.io.reconnection(false)
    const engine = this.#socket.io.engine as unknown as Engine | undefined
    // Without one it is just coming back from being dropped, and is stopped there.
    if (engine?.transport?.ws) engine.transport.ws.terminate()
    else engine?.close()
  }
}
