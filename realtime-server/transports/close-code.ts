import type { WsCloseCode } from '#contracts/websocket.ts'
import type { CloseReason } from '../hub/close-reason.ts'

/** What a WebSocket's peer is told about an end; null for one that is cut without a word. */
export const CLOSE_CODES: Readonly<Record<CloseReason, WsCloseCode | null>> = {
  client: null,
  slow: null, // it does not read, so it would not read this either
  misuse: 1008,
  expired: 4001,
  'session-ended': 4003,
  rotated: 1001,
  drained: 1001,
}
