import { expect, test } from 'vitest'
import { WS_CLOSE_CODES, type WsCloseCode } from '#contracts/websocket.ts'
import { CLOSE_CODES } from './close-code.ts'

const nextAfter = (code: WsCloseCode | null) => code && WS_CLOSE_CODES[code]

test('every end tells the client what to do, or is cut', () => {
  expect(Object.fromEntries(Object.entries(CLOSE_CODES).map(([reason, code]) => [reason, nextAfter(code)]))).toEqual({
    client: null,
    slow: null,
    misuse: 'later',
    expired: 'renew',
    'session-ended': 'renew',
    rotated: 'now',
    drained: 'now',
  })
})

test('every code may be sent in a close frame', () => {
  for (const code of Object.keys(WS_CLOSE_CODES).map(Number)) {
    expect(code).not.toSatisfy((one: number) => one < 1000 || [1004, 1005, 1006].includes(one) || one > 4999)
  }
})
