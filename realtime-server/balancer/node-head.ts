/** A request as its parser left it; `rawHeaders` is name, value, name, value, … */
export interface ParsedHead {
  readonly method: string
  readonly url: string
  readonly rawHeaders: readonly string[]
}

/** Meant for one hop only (RFC 9110 §7.6.1), or describing a body that is sent on in another form. */
const HOP_BY_HOP = new Set(
  [
    ...['connection', 'keep-alive', 'proxy-connection', 'proxy-authorization', 'proxy-authenticate', 'te', 'trailer'],
    ...['transfer-encoding', 'upgrade', 'http2-settings', 'content-length', 'expect'],
  ].values(),
)
/** What only a proxy may say; a client's own version must not reach a node. */
const FORWARDING = /^(forwarded|via|x-real-ip|x-forwarded-.*)$/
/** A client may not have these dropped by naming them in `Connection`: nodes decide by them. */
const KEPT = new Set(['host', 'origin', 'cookie', 'last-event-id', 'content-type'])

/** Written anew for a WebSocket, and for nothing else: what a client offers beside the key, nodes do not take. */
const WEBSOCKET = /^sec-websocket-/

/** What follows the head: a body, nothing, or a WebSocket whose handshake has this key. */
export type Sequel = { bodyBytes: number } | { websocketKey: string } | null

/**
 * The request a node gets: the same first line, the client's end-to-end headers as they came, who the client is, and
 * `Connection: close`, because one connection carries one request; or an upgrade in our own words.
 */
export function nodeHead(request: ParsedHead, clientAddress: string, sequel: Sequel): Buffer {
  const headers = pairs(request.rawHeaders)
  const named = new Set(
    headers.filter(([name]) => name.toLowerCase() === 'connection').flatMap(([, value]) => tokens(value)),
  )
  const stays = (name: string) =>
    HOP_BY_HOP.has(name) || FORWARDING.test(name) || WEBSOCKET.test(name) || named.has(name)
  const passes = (name: string) => KEPT.has(name) || !stays(name)
  const lines = [
    `${request.method} ${request.url} HTTP/1.1`,
    ...headers.filter(([name]) => passes(name.toLowerCase())).map(([name, value]) => `${name}: ${value}`),
    `X-Forwarded-For: ${clientAddress}`,
    ...sequelLines(sequel),
  ]
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1') // the parser reads bytes as Latin-1, so this restores them
}

function sequelLines(sequel: Sequel): string[] {
  if (sequel === null) return ['Connection: close']
  if ('bodyBytes' in sequel) return [`Content-Length: ${sequel.bodyBytes}`, 'Connection: close']
  const handshake = ['Sec-WebSocket-Version: 13', `Sec-WebSocket-Key: ${sequel.websocketKey}`]
  return ['Connection: Upgrade', 'Upgrade: websocket', ...handshake]
}

/** How often a header stands in a request. */
export const countHeader = (rawHeaders: readonly string[], name: string): number =>
  pairs(rawHeaders).filter(([given]) => given.toLowerCase() === name).length

const tokens = (value: string): string[] => value.split(',').map((token) => token.trim().toLowerCase())

function pairs(rawHeaders: readonly string[]): [name: string, value: string][] {
  return Array.from({ length: rawHeaders.length / 2 }, (_, i) => [
    rawHeaders[2 * i] as string,
    rawHeaders[2 * i + 1] as string,
  ])
}
