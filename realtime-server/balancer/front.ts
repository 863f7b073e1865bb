import type { Socket } from 'node:net'
import { Duplex } from 'node:stream'

/** Long enough for an answer to reach a client that is still sending, short enough to be no way of holding a descriptor. */
const LINGER_MS = 1_000

/**
 * Stands between a viewer's socket and the HTTP server while a request is read, so that the socket can be taken away
 * from the server afterwards: parser and request objects are then freed, nothing looks at the bytes any more, and an
 * open stream costs two bare sockets.
 */
export class Front extends Duplex {
  /** The peer, or the client that a trusted proxy names. Set before the HTTP server sees the front. */
  readonly peer: string
  #socket: Socket | null
  #requestRead = false
  #lingering = false
  #deadline: NodeJS.Timeout | undefined

  constructor(socket: Socket, peer: string) {
    super({ allowHalfOpen: true })
    this.peer = peer
    this.#socket = socket
    socket.on('data', this.#onData).on('end', this.#onEnd).on('close', this.#onClose).on('error', this.#onClose)
  }

  /** Calls back when the request has not been taken within this time. */
  expectWithin(ms: number, late: () => void): void {
    clearTimeout(this.#deadline)
    this.#deadline = setTimeout(late, ms)
  }

  /**
   * The request has been read to its end: the deadline is met. More bytes than that are a second request, or frames
   * before anybody has agreed to a WebSocket; nobody honest sends either, and they end the connection.
   */
  met(): void {
    this.#requestRead = true
    clearTimeout(this.#deadline)
  }

  /** Calls back when the viewer's socket closes, in whoever's hands it is by then. */
  onceGone(gone: () => void): void {
    if (this.#socket) this.#socket.once('close', gone)
    else gone()
  }

  /** Hands the socket over, paused and without listeners, and closes the front; null when the viewer has gone. */
  release(): Socket | null {
    const socket = this.#socket
    if (socket === null || socket.destroyed) return null
    this.#socket = null
    socket.pause()
    socket.off('data', this.#onData).off('end', this.#onEnd).off('close', this.#onClose).off('error', this.#onClose)
    this.destroy()
    return socket
  }

  /**
   * Closes once everything written has been sent; the HTTP server ends a connection with it. A client that is still
   * sending then would be answered with a reset, and lose the answer: what it sends is thrown away for a moment.
   */
  destroySoon(): void {
    this.#lingering = !this.#requestRead
    const finish = () => {
      if (this.#lingering) this.expectWithin(LINGER_MS, () => this.destroy())
      else this.destroy()
    }
    if (this.writableFinished) finish()
    else this.once('finish', finish)
    this.end()
  }

  override _read(): void {
    this.#socket?.resume()
  }

  override _write(bytes: Buffer, _encoding: BufferEncoding, written: (error?: Error | null) => void): void {
    if (this.#socket) this.#socket.write(bytes, written)
    else written()
  }

  override _final(ended: () => void): void {
    if (this.#socket) this.#socket.end(ended)
    else ended()
  }

  override _destroy(error: Error | null, destroyed: (error?: Error | null) => void): void {
    clearTimeout(this.#deadline)
    this.#socket?.destroy()
    this.#socket = null
    destroyed(error)
  }

  #onData = (bytes: Buffer): void => {
    if (this.#lingering) return
    if (this.#requestRead) this.destroy()
    else if (!this.push(bytes)) this.#socket?.pause()
  }

  #onEnd = (): void => {
    if (this.#lingering) this.destroy()
    else this.push(null)
  }

  /** A viewer that goes, however rudely, is no fault. */
  #onClose = (): void => {
    this.destroy()
  }
}
