import { connect, type Socket } from 'node:net'

/** One read. Messages are a few hundred bytes; a viewer that stalls leaves at most this much in our hands. */
const READ_BYTES = 16_384
/** Finds a node whose machine went away without a word. */
const KEEP_ALIVE_DELAY_MS = 30_000

/** All reads of all nodes go through this one buffer, each copied out before the next: an idle stream holds none. */
const readBuffer = Buffer.allocUnsafeSlow(READ_BYTES)

/** A connection to a node. What it sends is handed to `take`; when that returns false, reading waits for `resume()`. */
export class NodeSocket {
  readonly socket: Socket
  take: (bytes: Buffer) => boolean

  /** @param url the node's, as the registry has it: `http://host:port` */
  constructor(url: string, take: (bytes: Buffer) => boolean) {
    const { hostname, port } = new URL(url)
    this.take = take
    this.socket = connect({
      host: hostname.replace(/^\[|\]$/g, ''),
      port: Number(port || 80),
      noDelay: true,
      keepAlive: true,
      keepAliveInitialDelay: KEEP_ALIVE_DELAY_MS,
      onread: { buffer: readBuffer, callback: (size) => this.take(Buffer.from(readBuffer.subarray(0, size))) },
    })
    this.socket.on('error', () => {}) // `close` follows and says all there is to say
  }
}
