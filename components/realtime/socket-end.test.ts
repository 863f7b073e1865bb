import { expect, test } from 'vitest'
import { WS_CLOSE_CODES } from '#contracts/websocket.ts'
import { NEXT_AFTER, nextAfter } from './socket-end.ts'

test('close codes mean what the contract says', () => {
  expect(NEXT_AFTER).toEqual(WS_CLOSE_CODES)
})

test.each([1000, 1005, 1006, 1011, 4999, 0])('a code that is not in it, %i, means to come back later', (code) => {
  expect(nextAfter(code)).toBe('later')
})
