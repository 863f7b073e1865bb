import type { WsCloseCode } from '#contracts/websocket.ts'

/** What the tier wants a client to do after it closed a WebSocket. */
export type Next = 'now' | 'later' | 'renew' | 'never'

/** As in contracts/websocket.ts, which would bring zod into the browser; a test holds one against the other. */
export const NEXT_AFTER: Readonly<Record<WsCloseCode, Next>> = {
  1001: 'now',
  1002: 'never',
  1003: 'never',
  1007: 'never',
  1008: 'later',
  1009: 'never',
  4001: 'renew',
  4003: 'renew',
}

/** What to do after a close with this code; 1006 is the browser's own, for a line that broke. */
export const nextAfter = (code: number): Next =>
  Object.hasOwn(NEXT_AFTER, code) ? NEXT_AFTER[code as WsCloseCode] : 'later'
