import type { IncomingHttpHeaders } from 'node:http'

/** Sixteen bytes in base64. */
const KEY = /^[+/0-9A-Za-z]{22}==$/

/** What an answer of 426 says: what to upgrade to. */
export const UPGRADE_HEADERS: Readonly<Record<string, string>> = { upgrade: 'websocket', 'sec-websocket-version': '13' }

/**
 * The key of a WebSocket's opening handshake (RFC 6455 §4.2.1), or null when the request is none. The one version there
 * is: an older draft carried its origin in another header. Headers that came twice are joined by commas and fail.
 */
export function handshakeKey(request: { method?: string | undefined; headers: IncomingHttpHeaders }): string | null {
  const { upgrade, connection, 'sec-websocket-version': version, 'sec-websocket-key': key } = request.headers
  const tokens = (connection ?? '').split(',').map((token) => token.trim().toLowerCase())
  const asks = request.method === 'GET' && upgrade?.toLowerCase() === 'websocket' && tokens.includes('upgrade')
  return asks && version === '13' && key !== undefined && KEY.test(key) ? key : null
}
