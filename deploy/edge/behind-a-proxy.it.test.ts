import { expect } from 'vitest'
import { cameOverTls } from '#platform/forwarded-proto.ts'
import type { Asking } from './edge.fixture.ts'
import { nginxTest } from './nginx-test.fixture.ts'

const PROXY = '127.0.0.9'
const saying = (visitor: string, from = PROXY): Asking => ({
  from,
  headers: { 'X-Forwarded-For': visitor, 'X-Forwarded-Proto': 'https', 'X-Real-IP': '192.0.2.66' },
})
const PATHS = ['/shows/42', '/api/shows/42', '/realtime/sse']

nginxTest(
  'whom a proxy of ours names is who asks, and over HTTPS if it says so',
  async (edge, origin) => {
    for (const path of PATHS) {
      await edge.ask(path, saying(`192.0.2.66, 203.0.113.9, ${PROXY}`))
      const { headers } = origin.seen.at(-1) ?? {}
      expect([path, headers]).toEqual([
        path,
        expect.objectContaining({ 'x-forwarded-for': '203.0.113.9', 'x-forwarded-proto': 'https' }),
      ])
      expect(headers?.['x-real-ip']).toBeUndefined()
      if (path !== '/realtime/sse') expect(headers?.['x-client-ip']).toBe('203.0.113.9')
    }
    await edge.ask('/api/anything', { from: PROXY, headers: { 'X-Forwarded-Proto': 'odd' } })
    expect(origin.seen.at(-1)?.headers).toMatchObject({ 'x-forwarded-for': PROXY, 'x-forwarded-proto': 'http' })
  },
  { proxies: `${PROXY}/32` },
)

nginxTest(
  'how a visitor came is what the last of several proxies says, in any case of letters, as the storefront reads it',
  async (edge, origin) => {
    for (const said of [
      'https',
      'HTTPS',
      'https,https',
      'http, https ',
      'https, http',
      'https,',
      'httpsx',
      'xhttps',
      '',
    ])
      for (const path of PATHS) {
        // A page of such an address is not kept, so that the shop hears of every ask.
        await edge.ask(`${path}?q=x`, { from: PROXY, headers: { 'X-Forwarded-Proto': said } })
        const heard = origin.seen.at(-1)?.headers['x-forwarded-proto']
        expect([said, path, heard]).toEqual([said, path, cameOverTls(said) ? 'https' : 'http'])
      }
  },
  { proxies: `${PROXY}/32` },
)

for (const proxies of [undefined, `${PROXY}/32`])
  nginxTest(
    `nobody else is believed, with ${proxies ?? 'no'} proxies`,
    async (edge, origin) => {
      for (const path of PATHS) {
        await edge.ask(path, saying('203.0.113.9', '127.0.0.5'))
        expect([path, origin.seen.at(-1)?.headers]).toEqual([
          path,
          expect.objectContaining({ 'x-forwarded-for': '127.0.0.5', 'x-forwarded-proto': 'http' }),
        ])
      }
    },
    proxies === undefined ? {} : { proxies },
  )

nginxTest(
  'visitors who come through one proxy have a limit each',
  async (edge) => {
    const statuses = async (visitor: string) => {
      const asks = Array.from({ length: 20 }, () => edge.ask('/api/anything', saying(visitor)))
      return new Set((await Promise.all(asks)).map(({ status }) => status))
    }
    expect(await statuses('203.0.113.1')).toEqual(new Set([200, 429]))
    expect((await edge.ask('/api/anything', saying('203.0.113.2'))).status).toBe(200)
    const neighbours = ['2001:db8::1', '2001:db8::2']
    expect(await statuses(neighbours[0] ?? '')).toEqual(new Set([200, 429]))
    expect((await edge.ask('/api/anything', saying(neighbours[1] ?? ''))).status, 'of one /64').toBe(429)
    expect((await edge.ask('/api/anything', saying('2001:db8:0:1::1'))).status).toBe(200)
  },
  { proxies: `${PROXY}/32`, burst: 10 },
)
