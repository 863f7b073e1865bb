/** A request for server-sent events, as far as anybody needs to know it. */
export interface SseHead {
  /** From its question mark on; empty where there is none. */
  readonly query: string
  readonly headers: {
    readonly host: string
    readonly origin?: string
    readonly cookie?: string
    readonly 'last-event-id'?: string
  }
}

/** What the first bytes of a connection are: a request for events, perhaps the beginning of one, or anything else. */
export type FirstBytes = SseHead | 'more' | 'other'

const BEGINNING = 'GET /realtime/sse'
const END = '\r\n\r\n'
/** The path of the route, and a query of visible characters that nothing cuts off. */
const FIRST_LINE = /^GET \/realtime\/sse(\?[!"$-~]*)? HTTP\/1\.1$/
const NAME = /^[!#$%&'*+\-.^_`|~0-9a-z]+$/
/** What no value may have: control characters, a line break of its own among them. */
const NO_VALUE = /[^\t -~\x80-\xff]/
/** Whose value counts; named twice, they say two things. */
const READ = new Set(['host', 'origin', 'cookie', 'last-event-id'])
/** A body, another protocol, or an answer before the answer: none of that belongs to a request for events. */
const SPECIAL = new Set(['content-length', 'transfer-encoding', 'upgrade', 'expect', 'trailer', 'te', 'http2-settings'])
const CONNECTION = /^(?:close|keep-alive)$/i
/** Browsers send fifteen, proxies add some. */
const MAX_FIELDS = 100

/**
 * Reads a request for server-sent events of which nothing is unusual. It judges nobody: whatever it does not recognise
 * is `other`, and Node's parser looks at the same bytes. So it may be narrow, and must be: what it takes for a request,
 * Node would read in the same way.
 * @param limitBytes what a whole head may have; the parser has the same limit, and the answer to those beyond it
 */
export function readSseHead(bytes: Buffer, limitBytes: number): FirstBytes {
  const begun = Math.min(bytes.length, BEGINNING.length)
  if (bytes.toString('latin1', 0, begun) !== BEGINNING.slice(0, begun)) return 'other'
  const end = bytes.indexOf(END, 0, 'latin1')
  if (end === -1) return bytes.length < limitBytes ? 'more' : 'other'
  if (end + END.length !== bytes.length || bytes.length > limitBytes) return 'other'
  const [first = '', ...lines] = bytes.toString('latin1', 0, end).split('\r\n')
  const request = FIRST_LINE.exec(first)
  const headers = lines.length <= MAX_FIELDS ? readFields(lines) : null
  return request === null || headers === null ? 'other' : { query: request[1] ?? '', headers }
}

function readFields(lines: readonly string[]): SseHead['headers'] | null {
  const read = new Map<string, string>()
  for (const line of lines) {
    const colon = line.indexOf(':')
    const name = line.slice(0, Math.max(colon, 0)).toLowerCase()
    if (!NAME.test(name) || SPECIAL.has(name)) return null
    const value = withoutBlanks(line, colon + 1)
    if (NO_VALUE.test(value)) return null
    if (name === 'connection' && !CONNECTION.test(value)) return null
    if (!READ.has(name)) continue
    if (read.has(name)) return null
    read.set(name, value)
  }
  return read.has('host') ? (Object.fromEntries(read) as unknown as SseHead['headers']) : null
}

/** From `start` on, without the blanks around it. No pattern does that in one pass over thousands of blanks. */
function withoutBlanks(line: string, start: number): string {
  let from = start
  let to = line.length
  while (from < to && isBlank(line.charCodeAt(from))) from += 1
  while (to > from && isBlank(line.charCodeAt(to - 1))) to -= 1
  return line.slice(from, to)
}

const isBlank = (code: number): boolean => code === 0x20 || code === 0x09
