import { beforeEach, describe, expect, test } from 'vitest'
import { BelievedTokens } from './believed-tokens.ts'

const NOW = 1_000_000
const identity = { resellerId: 'aurora', customerRef: 'customer-ana-000', sid: 's', roles: [], expiresAtMs: NOW + 600 }

let tokens: BelievedTokens
beforeEach(() => {
  tokens = new BelievedTokens(3)
  tokens.remember('a.b.c', identity, NOW)
})

describe('a token that was verified', () => {
  test.each([
    ['is believed at once', 0, true],
    ['is believed until its rights end', 599, true],
    ['is not believed when they have ended', 600, false],
    ['is not believed by a clock that was set back', -1, false],
  ])('%s', (_what, afterMs, believed) => {
    expect(tokens.find('a.b.c', NOW + afterMs)).toEqual(believed ? identity : null)
  })

  test('is forgotten with its rights, whatever the clock says later', () => {
    tokens.find('a.b.c', NOW + 600)
    expect(tokens.size).toBe(0)
    expect(tokens.find('a.b.c', NOW)).toBeNull()
  })

  test('is that token and no other', () => {
    for (const other of ['a.b.d', 'a.b.', 'a.b.c ', 'A.b.c', '']) expect(tokens.find(other, NOW)).toBeNull()
  })

  test('is not remembered when its rights have ended, as a tolerance for clocks allows', () => {
    tokens.remember('late', identity, NOW + 600)
    expect(tokens.find('late', NOW)).toBeNull()
  })

  test('gives way to newer ones when it was not used for the longest time', () => {
    tokens.remember('second', identity, NOW)
    tokens.remember('third', identity, NOW)
    tokens.find('a.b.c', NOW)
    tokens.remember('fourth', identity, NOW)
    expect(tokens.size).toBe(3)
    expect(tokens.find('second', NOW)).toBeNull()
    for (const kept of ['a.b.c', 'third', 'fourth']) expect(tokens.find(kept, NOW)).toEqual(identity)
  })
})
