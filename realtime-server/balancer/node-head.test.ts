import { describe, expect, it } from 'vitest'
import { countHeader, nodeHead, type Sequel } from './node-head.ts'

const head = (rawHeaders: string[], sequel: Sequel = null) =>
  nodeHead({ method: 'GET', url: '/realtime/sse?streams=public.show.42', rawHeaders }, '192.0.2.1', sequel)
    .toString('latin1')
    .split('\r\n')

describe('the head a node gets', () => {
  it('keeps the first line and what is meant for the node, and says who asks', () => {
    const sent = ['Host', 'aurora.example:4000', 'Origin', 'https://aurora.example', 'cookie', 'rt=a.b.c']
    expect(head(sent)).toEqual([
      'GET /realtime/sse?streams=public.show.42 HTTP/1.1',
      'Host: aurora.example:4000',
      'Origin: https://aurora.example',
      'cookie: rt=a.b.c',
      'X-Forwarded-For: 192.0.2.1',
      'Connection: close',
      '',
      '',
    ])
  })

  it.each([
    ['Connection', 'keep-alive'],
    ['Keep-Alive', 'timeout=5'],
    ['Proxy-Authorization', 'Basic eA=='],
    ['TE', 'trailers'],
    ['Transfer-Encoding', 'chunked'],
    ['Content-Length', '5'],
    ['Upgrade', 'h2c'],
    ['Upgrade', 'websocket'],
    ['Sec-WebSocket-Key', 'dGhlIHNhbXBsZSBub25jZQ=='],
    ['Sec-WebSocket-Extensions', 'permessage-deflate'],
    ['Expect', '100-continue'],
    ['X-Forwarded-For', '203.0.113.9'],
    ['x-forwarded-host', 'evil.example'],
    ['X-Real-IP', '203.0.113.9'],
    ['Forwarded', 'for=203.0.113.9'],
  ])('never carries the client’s %s', (name, value) => {
    expect(head([name, value]).slice(1, -3)).toEqual(['X-Forwarded-For: 192.0.2.1'])
  })

  it('drops what Connection names, unless nodes decide by it', () => {
    const sent = ['Connection', 'close, X-Trace, Origin', 'X-Trace', '1', 'Origin', 'https://evil.example']
    expect(head(sent)).toContain('Origin: https://evil.example')
    expect(head(sent)).not.toContain('X-Trace: 1')
  })

  it('says how long the body is', () => {
    expect(head([], { bodyBytes: 17 })).toContain('Content-Length: 17')
  })

  it('asks for a WebSocket in our own words, whatever else the client offers', () => {
    const offers = [
      ...['Connection', 'keep-alive, Upgrade, Cookie, Sec-WebSocket-Key', 'Upgrade', 'WebSocket', 'Cookie', 'rt=a.b.c'],
      ...['Sec-WebSocket-Version', '13', 'Sec-WebSocket-Key', 'theirs', 'Sec-WebSocket-Protocol', 'chat'],
      ...['Sec-WebSocket-Extensions', 'permessage-deflate', 'HTTP2-Settings', 'AAMAAABkAAQAAP__'],
    ]
    expect(head(offers, { websocketKey: 'checked' }).slice(1)).toEqual([
      'Cookie: rt=a.b.c',
      'X-Forwarded-For: 192.0.2.1',
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: checked',
      '',
      '',
    ])
  })

  it('carries bytes beyond ASCII as they came', () => {
    expect(head(['X-Name', 'Zo\u00eb'])).toContain('X-Name: Zo\u00eb')
  })

  it('lets a header be counted that a parser would quietly merge', () => {
    expect(countHeader(['Host', 'a', 'host', 'b', 'X', 'host'], 'host')).toBe(2)
  })
})
