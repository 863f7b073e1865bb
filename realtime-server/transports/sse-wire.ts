import type { Socket } from 'node:net'
import { type Frame, formatComment, formatEvent, formatRetry } from '../frame.ts'
import type { Wire } from '../hub/wire.ts'

/** Who takes no byte for so long does not read: its last words are lost on it. Node looks twice before it says so. */
const CLOSE_TIMEOUT_MS = 2_000

const HEARTBEAT = Buffer.from(formatComment())

const HEAD = [
  'HTTP/1.1 200 OK',
  'Content-Type: text/event-stream; charset=utf-8',
  'Cache-Control: no-store, no-transform',
  'X-Accel-Buffering: no',
  'X-Content-Type-Options: nosniff',
  'Connection: close\r\n',
].join('\r\n')

/** The head of a stream's answer. It ends with the connection, so there is no length and no chunking to pay for. */
export function sseHead(cors: Readonly<Record<string, string>>): string {
  const lines = Object.entries(cors).map(([name, value]) => `${name}: ${value}\r\n`)
  return `${HEAD}${lines.join('')}\r\n`
}

/**
 * Server-sent events straight onto the socket, past the response object: the same bytes for all viewers and one write
 * each, which is where the time goes.
 */
export class SseWire implements Wire {
  readonly #socket: Socket

  /** @param retryMs jittered by the caller, so that viewers of a node that dies do not come back in one wave */
  constructor(socket: Socket, head: string, retryMs: number) {
    this.#socket = socket
    // Where nothing has to be waited for, `ready` is said in the same turn: together they are one write.
    socket.cork()
    setImmediate(uncork, socket)
    socket.write(head + formatRetry(retryMs), 'latin1')
  }

  send(frames: readonly Frame[]): void {
    const [first] = frames
    if (first === undefined) return
    this.#socket.write(frames.length === 1 ? first.sse : Buffer.concat(frames.map((frame) => frame.sse)))
  }

  sendOwn(event: 'ready' | 'reset', data: object, id?: string): void {
    this.#socket.write(formatEvent({ event, data: JSON.stringify(data), ...(id === undefined ? {} : { id }) }))
  }

  heartbeat(): void {
    this.#socket.write(HEARTBEAT)
  }

  get bufferedBytes(): number {
    return this.#socket.writableLength
  }

  close({ retryMs, atOnce }: { retryMs: number; atOnce: boolean }): void {
    const socket = this.#socket
    if (atOnce) socket.destroy()
    else {
      socket.setTimeout(CLOSE_TIMEOUT_MS, () => socket.destroy())
      socket.end(formatRetry(retryMs), () => socket.destroySoon())
    }
  }
}

const uncork = (socket: Socket): void => socket.uncork()
