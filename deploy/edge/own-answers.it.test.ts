import { describe, expect } from 'vitest'
import { NO_CONTENT_POLICY } from '#lib/http/content-security-policy.ts'
import { problemResponse } from '#lib/http/problem-response.ts'
import { SECURITY_HEADERS } from '#lib/http/security-headers.ts'
import { RawClient } from '#realtime/balancer/raw-client.fixture.ts'
import type { Answer, Edge } from './edge.fixture.ts'
import { nginxTest } from './nginx-test.fixture.ts'

const SECURE = {
  ...Object.fromEntries(SECURITY_HEADERS.map(({ key, value }) => [key, value])),
  'content-security-policy': NO_CONTENT_POLICY,
  'cache-control': 'no-store',
}
/** What staff send that is longer than a form. */
const UPLOADS = ['/api/admin/drafts', '/api/admin/pictures']
const PASSED_ON = { 'x-frame-options': 'SAMEORIGIN', 'referrer-policy': 'same-origin', 'cache-control': 'no-store' }

/** An answer to exactly these bytes, and its headers by their names in small letters. */
async function say(edge: Edge, bytes: string) {
  using client = new RawClient(edge.port, bytes)
  const { status, head, body } = await client.answer()
  const lines = head.split('\r\n').slice(1)
  const headers = Object.fromEntries(
    lines.map((line) => [line.split(':', 1)[0]?.toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  )
  return { status, headers, body, lines }
}

/** A refusal is the same as the storefront's own. */
async function expectProblem(answer: Answer, type: Parameters<typeof problemResponse>[0]): Promise<void> {
  const own = problemResponse(type)
  expect(answer.headers).toMatchObject({ ...SECURE, 'content-type': 'application/problem+json' })
  expect(answer.headers['retry-after']).toBe(own.headers.get('retry-after') ?? undefined)
  expect([answer.status, JSON.parse(await answer.whole())]).toEqual([own.status, await own.json()])
}

describe('what the edge answers itself', () => {
  nginxTest('a body that is too long is a problem like the storefront’s, wherever it is sent', async (edge, origin) => {
    const body = 'x'.repeat(65_537)
    for (const path of ['/api/holds', '/', '/media/artworks/a', '/_next/static/a.js', '/realtime/a.b/streams'])
      await expectProblem(await edge.ask(path, { method: 'POST', body }), 'storefront/too-large')
    const brotli = { 'Accept-Encoding': 'br' }
    await expectProblem(
      await edge.ask('/_next/static/a.js', { method: 'POST', body, headers: brotli }),
      'storefront/too-large',
    )
    for (const path of UPLOADS) {
      expect((await edge.ask(path, { method: 'POST', body })).status).toBe(200)
      const longer = 'x'.repeat(4_300_000)
      await expectProblem(await edge.ask(path, { method: 'POST', body: longer }), 'storefront/too-large')
    }
    expect(origin.seen.filter(({ method }) => method === 'POST')).toHaveLength(2)
  })

  nginxTest('who may not upload is told as the storefront would tell it', async (edge, origin) => {
    for (const [status, type] of [
      [401, 'storefront/sign-in-needed'],
      [403, 'storefront/forbidden'],
      [404, 'storefront/not-found'],
      [429, 'storefront/unavailable'],
      [500, 'storefront/unavailable'],
      [503, 'storefront/unavailable'],
    ] as const) {
      origin.odd = () => ({ status })
      for (const path of UPLOADS) await expectProblem(await edge.ask(path, { method: 'POST', body: 'x' }), type)
    }
    expect(new Set(origin.seen.map(({ method }) => method))).toEqual(new Set(['GET']))
  })

  nginxTest('who may upload is asked for by all headers but the body’s', async (edge, origin) => {
    for (const path of UPLOADS) {
      const headers = { Cookie: 'session=x', 'X-Client-Ip': '10.0.0.1', 'X-Forwarded-Host': 'elsewhere.example' }
      const answer = await edge.ask(path, { method: 'POST', body: 'x', headers })
      expect([path, answer.status]).toEqual([path, 200])
      const [asked, upload] = origin.seen.splice(0)
      expect([asked?.method, asked?.url]).toEqual(['GET', '/api/admin/pictures'])
      expect([upload?.method, upload?.url, upload?.headers['content-length']]).toEqual(['POST', path, '1'])
      const { 'content-length': _, ...others } = upload?.headers ?? {}
      expect(asked?.headers).toEqual(others)
      expect(others).toMatchObject({ cookie: 'session=x', host: 'aurora.tickets.example', 'x-client-ip': '127.0.0.1' })
    }
  })

  nginxTest(
    'who asks too much is told as the storefront would tell it',
    async (edge) => {
      for (const path of ['/api/anything', '/shows?q=x', '/media/artworks/a', '/_next/static/a.js']) {
        const answers = await Promise.all(Array.from({ length: 10 }, () => edge.ask(path)))
        const refused = answers.find(({ status }) => status === 429)
        if (!refused) throw new Error(`${path} is not limited`)
        await expectProblem(refused, 'storefront/too-often')
      }
    },
    { burst: 2 },
  )

  nginxTest('a shop that is away', async (edge, origin) => {
    await origin.stop()
    for (const path of ['/api/anything', ...UPLOADS])
      await expectProblem(await edge.ask(path), 'storefront/unavailable')
    for (const path of ['/', '/media/artworks/a', '/_next/static/a.js', '/realtime/sse']) {
      const { status, headers } = await edge.ask(path)
      expect([path, status, headers]).toEqual([path, 503, expect.objectContaining({ ...SECURE, 'retry-after': '2' })])
    }
  })

  nginxTest('what is not there', async (edge) => {
    for (const path of ['/healthz', '/metrics', '/api', '/media', '/realtime', '/-/invalid', '/-/may-upload'])
      for (const host of ['aurora.tickets.example', '127.0.0.1']) {
        const { status, headers } = await edge.ask(path, { host })
        expect([path, host, status, headers]).toEqual([path, host, 404, expect.objectContaining(SECURE)])
        expect(headers['retry-after']).toBeUndefined()
      }
  })

  nginxTest('what cannot be understood', async (edge) => {
    const host = 'Host: aurora.tickets.example\r\nConnection: close\r\n'
    for (const [name, bytes, status] of [
      ['a host twice', `GET http://luna.localhost/ HTTP/1.1\r\n${host}\r\n`, 400],
      ['no host', 'GET / HTTP/1.1\r\n\r\n', 400],
      ['no request', 'nonsense\r\n\r\n', 400],
      ['a broken header', `GET / HTTP/1.1\r\n${host}: x\r\n\r\n`, 400],
      ['a long address', `GET /${'x'.repeat(40_000)} HTTP/1.1\r\n${host}\r\n`, 414],
      ['long headers', `GET / HTTP/1.1\r\n${host}X: ${'x'.repeat(40_000)}\r\n\r\n`, 400],
      ['TRACE', `TRACE / HTTP/1.1\r\n${host}\r\n`, 405],
      ['a broken call', `POST /api/holds HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\n\r\nzz\r\n`, 400],
      ['a broken page', `POST / HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\n\r\nzz\r\n`, 400],
      [
        'a broken change',
        `POST /realtime/a.b/streams HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\n\r\nzz\r\n`,
        400,
      ],
    ] as const) {
      const answer = await say(edge, bytes)
      expect([name, answer.status, answer.headers]).toEqual([name, status, expect.objectContaining(SECURE)])
      if (name.startsWith('a broken ') && name !== 'a broken header')
        expect(JSON.parse(answer.body)).toEqual(await problemResponse('storefront/invalid-request').json())
    }
  })
})

nginxTest('what others answer goes on as they said it, once', async (edge, origin) => {
  for (const status of [200, 400, 404, 429, 503]) {
    origin.odd = () => ({ status, headers: PASSED_ON })
    for (const path of ['/preview/x', '/api/anything', '/media/artworks/a', '/_next/static/a.png', '/realtime/sse']) {
      // Files are for everybody, and what was refused about one is told in our words.
      if (path.startsWith('/_next') && status !== 200) continue
      const line = `GET ${path} HTTP/1.1\r\nHost: aurora.tickets.example\r\nConnection: close\r\n\r\n`
      const { headers, lines, ...answer } = await say(edge, line)
      expect([path, answer.status, headers]).toEqual([path, status, expect.objectContaining(PASSED_ON)])
      for (const name of [...Object.keys(SECURE), 'retry-after'])
        expect([path, name, lines.filter((one) => one.toLowerCase().startsWith(`${name}:`)).length < 2]).toEqual([
          path,
          name,
          true,
        ])
      expect(headers['permissions-policy']).toBeUndefined()
    }
  }
})
