import { describe, expect, test } from 'vitest'
import { handshakeKey } from './handshake.ts'

const KEY = 'dGhlIHNhbXBsZSBub25jZQ=='
const good = { upgrade: 'websocket', connection: 'Upgrade', 'sec-websocket-version': '13', 'sec-websocket-key': KEY }

describe('an opening handshake', () => {
  test.each([{}, { upgrade: 'WebSocket' }, { connection: 'keep-alive, upgrade' }, { connection: 'close,UPGRADE' }])(
    'with %j is one',
    (headers) => {
      expect(handshakeKey({ method: 'GET', headers: { ...good, ...headers } })).toBe(KEY)
    },
  )

  test.each([
    { upgrade: undefined },
    { upgrade: 'h2c' },
    { upgrade: 'websocket, h2c' },
    { connection: undefined },
    { connection: 'keep-alive' },
    { connection: 'upgrades' },
    { 'sec-websocket-version': undefined },
    { 'sec-websocket-version': '8' },
    { 'sec-websocket-version': '12' },
    { 'sec-websocket-version': '13, 13' },
    { 'sec-websocket-key': undefined },
    { 'sec-websocket-key': '' },
    { 'sec-websocket-key': 'short==' },
    { 'sec-websocket-key': `${KEY}, ${KEY}` },
    { 'sec-websocket-key': `${KEY.slice(0, -3)}\u00e9==` },
  ])('with %j is none', (headers) => {
    expect(handshakeKey({ method: 'GET', headers: { ...good, ...headers } })).toBeNull()
  })

  test('is a GET', () => {
    expect(handshakeKey({ method: 'POST', headers: good })).toBeNull()
  })
})
