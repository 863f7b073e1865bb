import type { Socket } from 'node:net'
import { WebSocket } from 'ws'
import type { ServerMessage } from '#contracts/websocket.ts'
import { type Frame, formatMessage } from '../frame.ts'
import type { CloseReason } from '../hub/close-reason.ts'
import type { Wire } from '../hub/wire.ts'
import { PING_FRAME, textFrame } from '../ws-frame.ts'
import { CLOSE_CODES } from './close-code.ts'

/**
 * A WebSocket. `ws` made the handshake, reads what the client sends, answers its pings and closes; messages go straight
 * onto the socket, the same bytes for all viewers and one write each. The two may share a socket because `ws`, without
 * compression, writes each control frame whole and in one turn, as we do.
 */
export class WsWire implements Wire {
  readonly #ws: WebSocket
  readonly #socket: Socket
  #answered = true

  /** @param retryMs jittered by the caller, so that viewers of a node that dies do not come back in one wave */
  constructor(ws: WebSocket, socket: Socket, retryMs: number) {
    this.#ws = ws
    this.#socket = socket
    this.say({ event: 'retry', retryMs: Math.round(retryMs) })
  }

  send(frames: readonly Frame[]): void {
    const [first] = frames
    if (first === undefined) return
    this.#write(frames.length === 1 ? first.ws : Buffer.concat(frames.map((frame) => frame.ws)))
  }

  sendOwn(event: 'ready' | 'reset', data: object, id?: string): void {
    this.#write(textFrame(formatMessage({ event, data: JSON.stringify(data), ...(id === undefined ? {} : { id }) })))
  }

  say(message: ServerMessage): void {
    this.#write(textFrame(JSON.stringify(message)))
  }

  /** The peer was heard: it is there. */
  heard(): void {
    this.#answered = true
  }

  heartbeat(): void {
    if (!this.#answered) {
      this.#socket.destroy()
      return
    }
    this.#answered = false
    this.#write(PING_FRAME)
  }

  get bufferedBytes(): number {
    return this.#socket.writableLength
  }

  close({ reason, retryMs, atOnce }: { reason: CloseReason; retryMs: number; atOnce: boolean }): void {
    const code = CLOSE_CODES[reason]
    if (atOnce || code === null) {
      this.#socket.destroy()
      return
    }
    this.say({ event: 'retry', retryMs: Math.round(retryMs) })
    this.#ws.close(code, reason)
  }

  /** Nothing may follow a close frame, whoever sent it. */
  #write(bytes: Buffer): void {
    if (this.#ws.readyState === WebSocket.OPEN) this.#socket.write(bytes)
  }
}
