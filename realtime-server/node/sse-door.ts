import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { readSseHead, type SseHead } from './sse-head.ts'

/** The largest head takes twelve packets and the usual one fits into two; who sends in smaller bits is the parser's. */
const MAX_READS = 4

const LATE = 'HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n'

/**
 * Opens a stream on a socket, or answers false when it may not be: then the same request is read and answered by the
 * HTTP server. Never rejects. From the call on, what the client sends, or its end, destroys the socket.
 */
export type OpenStream = (head: SseHead, socket: Socket) => Promise<boolean>

/**
 * Where a server's sockets arrive. A plain request for events is taken from here, and then nothing of HTTP was ever made
 * for its socket: no parser, no request, no response to keep for as long as the stream is open. All other sockets go to
 * the HTTP server with every byte they brought.
 */
export class SseDoor implements Disposable {
  readonly #limits: { headBytes: number; headTimeoutMs: number }
  readonly #open: OpenStream
  readonly #parse: (socket: Socket) => void
  readonly #arrivals = new Set<Arrival>()

  /** @param limits as the server has them */
  constructor(server: Server, limits: { headBytes: number; headTimeoutMs: number }, open: OpenStream) {
    this.#limits = limits
    this.#open = open
    const listeners = server.listeners('connection')
    this.#parse = (socket) => {
      for (const listener of listeners) listener.call(server, socket)
    }
    server.removeAllListeners('connection')
    server.on('connection', (socket: Socket) => {
      const arrival = new Arrival(socket, this.#limits, (head) => this.#leave(arrival, head))
      this.#arrivals.add(arrival)
    })
  }

  /** Closes on those who have not said what they want, or have not been let in. */
  [Symbol.dispose](): void {
    for (const arrival of this.#arrivals) arrival.socket.destroy()
  }

  /** @param head null for whatever is none, and for a socket that closed */
  #leave(arrival: Arrival, head: SseHead | null): void {
    if (head === null) this.#handOver(arrival)
    else void this.#openOrHandOver(arrival, head)
  }

  async #openOrHandOver(arrival: Arrival, head: SseHead): Promise<void> {
    if (await this.#open(head, arrival.socket)) this.#arrivals.delete(arrival)
    else this.#handOver(arrival)
  }

  #handOver(arrival: Arrival): void {
    this.#arrivals.delete(arrival)
    const { socket, bytes } = arrival
    if (socket.destroyed) return
    socket.off('data', cut).off('end', cut).off('error', ignore)
    // In this order, and flowing all the time: these bytes are read in this turn, later ones in later turns.
    socket.unshift(bytes)
    this.#parse(socket)
  }
}

/** A socket of which nobody knows yet what it wants. */
class Arrival {
  readonly socket: Socket
  bytes: Buffer = Buffer.alloc(0)
  readonly #limits: { headBytes: number }
  readonly #leave: (head: SseHead | null) => void
  readonly #deadline: NodeJS.Timeout
  #reads = 0

  constructor(
    socket: Socket,
    limits: { headBytes: number; headTimeoutMs: number },
    leave: (head: SseHead | null) => void,
  ) {
    this.socket = socket
    this.#limits = limits
    this.#leave = leave
    this.#deadline = setTimeout(this.#onLate, limits.headTimeoutMs)
    socket.on('data', this.#onData).on('close', this.#onClose).on('end', cut).on('error', ignore)
  }

  #onData = (bytes: Buffer): void => {
    this.#reads += 1
    this.bytes = this.#reads === 1 ? bytes : Buffer.concat([this.bytes, bytes])
    const found = readSseHead(this.bytes, this.#limits.headBytes)
    if (found === 'more' && this.#reads < MAX_READS) return
    this.#gone()
    this.socket.on('data', cut)
    this.#leave(typeof found === 'string' ? null : found)
  }

  #onLate = (): void => {
    const { socket } = this
    socket.off('data', this.#onData).on('data', cut)
    socket.end(LATE, () => socket.destroy())
  }

  #onClose = (): void => {
    this.#gone()
    this.#leave(null)
  }

  #gone(): void {
    clearTimeout(this.#deadline)
    this.socket.off('data', this.#onData).off('close', this.#onClose)
  }
}

/** Bytes after a head would be another request on a connection that carries one; and who says no more does not listen. */
function cut(this: Socket): void {
  this.destroy()
}

/** `close` follows and says all there is to say. */
function ignore(): void {}
