/** What a client gets whose bytes are not a request: there is nothing to answer in the usual way. */
export interface ProtocolError {
  readonly status: number
  readonly bytes: Buffer
}

const TITLES = {
  400: 'Bad Request',
  408: 'Request Timeout',
  413: 'Content Too Large',
  431: 'Request Header Fields Too Large',
}
type Status = keyof typeof TITLES

/** Codes of Node's HTTP parser that mean something other than broken framing. */
const STATUS: Readonly<Record<string, Status>> = {
  HPE_HEADER_OVERFLOW: 431,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}

/** A whole answer with a problem document; only 400 is a type of ours, the others say no more than their status. */
export function protocolError(code: string | undefined): ProtocolError {
  const status = STATUS[code ?? ''] ?? 400
  const type = status === 400 ? 'realtime/invalid-request' : 'about:blank'
  const body = JSON.stringify({ type, title: TITLES[status], status })
  const head = [
    `HTTP/1.1 ${status} ${TITLES[status]}`,
    'Content-Type: application/problem+json',
    'Cache-Control: no-store',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ]
  return { status, bytes: Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`) }
}
