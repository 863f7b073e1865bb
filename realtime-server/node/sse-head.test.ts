import { createServer, type IncomingMessage } from 'node:http'
import { duplexPair } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { readSseHead } from './sse-head.ts'

const LIMIT = 16_384
const sized = (bytes: number) => ask(`X: ${'a'.repeat(bytes - ask('X: ').length)}`)
const read = (text: string) => readSseHead(Buffer.from(text, 'latin1'), LIMIT)
const ask = (...fields: string[]) =>
  `${['GET /realtime/sse?streams=public.show.1 HTTP/1.1', 'Host: a', ...fields].join('\r\n')}\r\n\r\n`

describe('the first bytes of a connection', () => {
  test('are a request for events, with the headers that count', () => {
    const fields = ['Accept: text/event-stream', 'COOKIE:  rt=x; b=y \t', 'Origin: http://a', 'Last-Event-ID: e-1-0']
    expect(read(ask(...fields, 'Connection: keep-alive'))).toEqual({
      query: '?streams=public.show.1',
      headers: { host: 'a', cookie: 'rt=x; b=y', origin: 'http://a', 'last-event-id': 'e-1-0' },
    })
    expect(read('GET /realtime/sse HTTP/1.1\r\nhost:a\r\nX-Empty:\r\n\r\n')).toEqual({
      query: '',
      headers: { host: 'a' },
    })
  })

  test('may be the beginning of one, at every byte before its end', () => {
    const text = ask('Cookie: rt=x')
    for (let length = 0; length < text.length; length += 1) expect(read(text.slice(0, length))).toBe('more')
  })

  test.each([
    ['another path', 'GET /realtime/ssex HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['a path below', 'GET /realtime/sse/ HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['another method', 'POST /realtime/sse HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['the beginning of another method', 'HE'],
    ['HEAD', 'HEAD /realtime/sse HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['an old version', 'GET /realtime/sse HTTP/1.0\r\nHost: a\r\n\r\n'],
    ['a whole address', 'GET http://a/realtime/sse HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['two blanks', 'GET /realtime/sse  HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['a blank in the address', 'GET /realtime/sse?a b HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['a part that is not sent to servers', 'GET /realtime/sse?a#b HTTP/1.1\r\nHost: a\r\n\r\n'],
    ['bytes after the head', `${ask()}x`],
    ['a second request', ask() + ask()],
    ['no host', 'GET /realtime/sse HTTP/1.1\r\nCookie: x\r\n\r\n'],
    ['two hosts', ask('Host: b')],
    ['two cookies', ask('Cookie: a', 'cookie: b')],
    ['two positions', ask('Last-Event-ID: a', 'Last-Event-ID: b')],
    ['a body', ask('Content-Length: 5')],
    ['an empty body', ask('Content-Length: 0')],
    ['a body in chunks', ask('Transfer-Encoding: chunked')],
    ['another protocol', ask('Upgrade: websocket', 'Connection: Upgrade')],
    ['a header named for one hop', ask('Connection: close, cookie')],
    ['a question before the body', ask('Expect: 100-continue')],
    ['a folded line', ask('X: a', ' b')],
    ['a blank before the colon', ask('X : a')],
    ['no colon', ask('X')],
    ['no name', ask(': a')],
    ['a name of other characters', ask('X(y): a')],
    ['a line break of its own', ask('X: a\nCookie: rt=b')],
    ['a return of its own', ask('X: a\rCookie: rt=b')],
    ['a NUL', ask('X: a\0')],
    ['a head that is too large', sized(LIMIT + 1)],
    ['the beginning of one that is too large', ask().slice(0, -2) + 'a'.repeat(LIMIT)],
    ['more fields than anybody sends', ask(...Array.from({ length: 100 }, () => 'X: a'))],
  ])('are left to the parser where there is %s', (_what, text) => {
    expect(read(text)).toBe('other')
  })

  test('may be as large as they may, and have as many fields', () => {
    expect(read(sized(LIMIT))).toMatchObject({ query: '?streams=public.show.1' })
    expect(read(ask(...Array.from({ length: 99 }, () => 'X: a')))).toMatchObject({ query: '?streams=public.show.1' })
  })

  test('are read in one pass, even if they are all blanks', () => {
    const before = process.cpuUsage()
    expect(read(ask(`X:${' '.repeat(15_000)}\x01`))).toBe('other')
    expect(read(ask(`X: a${' '.repeat(7_000)}b${' '.repeat(7_000)}`))).toMatchObject({
      query: '?streams=public.show.1',
    })
    expect(process.cpuUsage(before).user).toBeLessThan(250_000)
  })
})

/** What Node's own parser makes of the same bytes; null when it refuses them. */
function parse(text: string): Promise<IncomingMessage | null> {
  const { promise, resolve } = Promise.withResolvers<IncomingMessage | null>()
  const [server, client] = duplexPair()
  const http = createServer({ maxHeaderSize: LIMIT, keepAliveTimeout: 0 }, (request) => resolve(request))
  http.on('clientError', () => resolve(null))
  http.emit('connection', server)
  client.write(Buffer.from(text, 'latin1'))
  return promise
}

/** Numbers that look random and are the same every time. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    yield state / 2 ** 32
  }
}

test('whatever is taken for a request, the parser reads in the same way', async () => {
  const random = numbers(7)
  const next = (below: number) => Math.floor(random.next().value * below)
  const pick = (from: readonly string[]) => from[next(from.length)] as string
  const names = ['Host', 'cookie', 'Origin', 'Last-Event-ID', 'X', 'Accept', 'Connection', 'X-Forwarded-For', 'Via']
  const values = ['a', '', ' a ', '\ta\t', 'a  b', 'rt=x; y="z"', '\xa0a\xa0', '\xff', '\x7f', 'a:b', '#', 'close', 'é']
  const noise = ['\r', '\n', '\0', ' ', '\t', ':', '\x80', '?', '#', '%', '\r\n', '"', '\x1f', 'é', ',']
  let requests = 0
  for (let n = 0; n < 4_000; n += 1) {
    const fields = Array.from({ length: next(5) }, () => `${pick(names)}:${pick(values)}`)
    let text = ask(...fields).replace(
      'public.show.1',
      pick(['public.show.1', '%00', 'a#b', '{}|', 'a+b%2Bc', "<'>&streams=`", '%zz&&=', '?', '']),
    )
    if (next(3) === 0) {
      const at = next(text.length)
      text = text.slice(0, at) + pick(noise) + text.slice(at + next(2))
    }
    const ours = read(text)
    if (typeof ours === 'string') continue
    requests += 1
    const theirs = await parse(text)
    const { host, origin, cookie, 'last-event-id': lastEventId } = theirs?.headers ?? {}
    const url = URL.parse(theirs?.url ?? '', 'http://node')
    const named = { host, origin, cookie, 'last-event-id': lastEventId }
    const headers = Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined))
    const parsed = { method: theirs?.method, path: url?.pathname, query: [...(url?.searchParams ?? [])], headers }
    const taken = { method: 'GET', path: '/realtime/sse', query: [...new URLSearchParams(ours.query)] }
    expect({ text, ...parsed }).toEqual({ text, ...taken, headers: ours.headers })
  }
  expect(requests).toBeGreaterThan(500)
})
