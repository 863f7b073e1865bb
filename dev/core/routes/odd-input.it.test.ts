import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CoreInTest, startCoreInTest } from '../testing/core-in-test.ts'
import { sampleShow } from '../testing/sample-show.ts'

const ODD_VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  Number.MAX_SAFE_INTEGER + 1,
  0.5,
  '',
  ' ',
  'x'.repeat(10_000),
  'a\0b',
  '\ud800',
  '\r\nSet-Cookie: a=b',
  "'; DROP TABLE show; --",
  '__proto__',
  'constructor',
  '../../etc/passwd',
  '🎭'.repeat(40),
  [],
  [[]],
  {},
  { toString: 'x' },
  [{ tierId: 'floor', quantity: 1e9 }],
  [{ tierId: 'floor', quantity: 1, seatIds: [null] }],
]
const hold = { showId: 'night-train', customerRef: 'a-buyer-of-the-test', items: [{ tierId: 'floor', quantity: 1 }] }
const order = { holdId: 'hold_x', customerRef: 'a-buyer-of-the-test', buyer: { name: 'Ada', email: 'ada@example.com' } }

let shop: CoreInTest
beforeAll(async () => {
  shop = await startCoreInTest()
  await shop.store(sampleShow())
})
afterAll(() => shop[Symbol.asyncDispose]())

const bodies = (url: string, sound: object) =>
  Object.keys(sound).flatMap((field) => ODD_VALUES.map((value) => ({ url, body: { ...sound, [field]: value } })))

describe('odd input', () => {
  test('in a body is refused and changes nothing', async () => {
    const odd = [...bodies('/v1/holds', hold), ...bodies('/v1/orders', order)]
    for (const [index, { url, body }] of odd.entries()) {
      const { status } = await shop.call({ method: 'POST', url, key: `odd-${index}`, payload: body })
      expect(status, `${url} ${JSON.stringify(body).slice(0, 200)}`).toBeGreaterThanOrEqual(400)
      expect(status, `${url} ${JSON.stringify(body).slice(0, 200)}`).toBeLessThan(500)
    }
    expect((await shop.call({ url: '/v1/shows/night-train/availability' })).body).toMatchObject({ version: 0 })
  })

  test.each(['q', 'city', 'category', 'from', 'to', 'sort', 'cursor', 'limit'])(
    'in the query field %s is never a 5xx',
    async (field) => {
      for (const value of ODD_VALUES) {
        const query = new URLSearchParams({ [field]: `${typeof value === 'object' ? JSON.stringify(value) : value}` })
        expect((await shop.call({ url: `/v1/shows?${query}` })).status).toBeLessThan(500)
      }
    },
  )

  test.each(['', ' ', 'two words', 'x'.repeat(129), 'ümlaut'])(
    'as an Idempotency-Key is refused: "%s"',
    async (key) => {
      expect((await shop.call({ method: 'POST', url: '/v1/holds', key, payload: hold })).status).toBe(400)
    },
  )

  test('that is an object ten thousand deep is refused', async () => {
    const payload = `{"showId":"x","customerRef":${'['.repeat(10_000)}${']'.repeat(10_000)}}`
    const request = { method: 'POST', url: '/v1/holds', payload, headers: {} } as const
    const headers = {
      authorization: 'Bearer demo-aurora',
      'content-type': 'application/json',
      'idempotency-key': 'deep',
    }
    expect((await shop.app.inject({ ...request, headers })).statusCode).toBe(400)
  })

  test('that would pollute a prototype is refused', async () => {
    const headers = { authorization: 'Bearer demo-aurora', 'content-type': 'application/json', 'idempotency-key': 'p' }
    const payload = '{"__proto__":{"admin":true},"showId":"night-train"}'
    expect((await shop.app.inject({ method: 'POST', url: '/v1/holds', payload, headers })).statusCode).toBe(400)
  })
})
