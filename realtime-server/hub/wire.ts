import type { Frame } from '../frame.ts'
import type { CloseReason } from './close-reason.ts'

/** How bytes reach one viewer; the connection decides what is sent, a wire knows how. */
export interface Wire {
  /** Many frames in one write where the transport can. */
  send(frames: readonly Frame[]): void
  /** An event of the connection itself: `ready` (with an id) or `reset`. */
  sendOwn(event: 'ready' | 'reset', data: object, id?: string): void
  /** Keeps the line from looking idle. A wire whose peer must answer ends when it has not answered the last one. */
  heartbeat(): void
  /** Bytes accepted but not yet taken by the peer. */
  readonly bufferedBytes: number
  /** Tells the client when to come back, and ends. Bytes already accepted are still sent unless `atOnce`. */
  close(how: { reason: CloseReason; retryMs: number; atOnce: boolean }): void
}
