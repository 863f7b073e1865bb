import type { Socket } from 'node:net'
import type { Answering } from './dial.ts'
import type { NodeSocket } from './node-socket.ts'

/** A viewer that takes nothing for so long is gone or hopeless. Its node, which is not read meanwhile, may cut it before. */
const STALL_MS = 30_000

/** A node that agreed to an upgrade reads no more requests on this connection, whatever comes. */
const SWITCHED = Buffer.from('HTTP/1.1 101 ')

/**
 * A viewer's socket and a node's, joined: what the node sends goes to the viewer unseen. When the viewer is slow the
 * node is not read, so what waits here is one read and what the socket accepted. When either goes, so does the other.
 *
 * After a 101 the same holds in the other direction. Without one, bytes from the viewer would be a second request on a
 * connection that carries one: nobody honest sends them, and a node must never see them.
 */
export class Tunnel {
  readonly #viewer: Socket
  readonly #node: NodeSocket
  readonly #closed: (tunnel: Tunnel) => void
  #stall: NodeJS.Timeout | undefined

  constructor(viewer: Socket, { node, first }: Answering, closed: (tunnel: Tunnel) => void) {
    this.#viewer = viewer
    this.#node = node
    this.#closed = closed
    const switched = first.subarray(0, SWITCHED.length).equals(SWITCHED)
    viewer
      .on('data', switched ? this.#pass : this.#cut)
      .on('end', this.#cut)
      .on('error', this.#cut)
    viewer.on('drain', this.#onDrain).on('close', this.#onViewerClose)
    if (switched) node.socket.on('drain', this.#onNodeDrain)
    viewer.resume()
    node.take = this.#take
    node.socket.on('close', this.#onNodeClose)
    if (this.#take(first)) node.socket.resume()
    if (node.socket.destroyed) this.close()
  }

  /** Bytes taken from the node that the viewer has not taken yet. */
  get bufferedBytes(): number {
    return this.#viewer.writableLength
  }

  /** Ends both, after what was accepted has been sent to the viewer. */
  close(): void {
    this.#node.socket.destroy()
    if (this.#viewer.destroyed) return
    this.#watchStall()
    this.#viewer.destroySoon()
  }

  /** Ends both now, whatever has been accepted. */
  cut(): void {
    this.#cut()
  }

  #take = (bytes: Buffer): boolean => {
    if (this.#viewer.write(bytes)) return true
    this.#watchStall()
    return false
  }

  #pass = (bytes: Buffer): void => {
    if (!this.#node.socket.write(bytes)) this.#viewer.pause()
  }

  #onNodeDrain = (): void => {
    this.#viewer.resume()
  }

  #onDrain = (): void => {
    clearTimeout(this.#stall)
    this.#stall = undefined
    this.#node.socket.resume()
  }

  #onNodeClose = (hadError: boolean): void => {
    if (hadError) this.#cut()
    else this.close()
  }

  #onViewerClose = (): void => {
    clearTimeout(this.#stall)
    this.#node.socket.destroy()
    this.#closed(this)
  }

  #cut = (): void => {
    this.#viewer.destroy()
  }

  #watchStall(): void {
    this.#stall ??= setTimeout(this.#cut, STALL_MS)
  }
}
