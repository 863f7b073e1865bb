import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { packedPage, wantsPack } from './packed-page.ts'

const nonce = randomBytes(16).toString('hex')
const page = `<!DOCTYPE html><script nonce="${nonce}">1</script></html>`
const asPage = {
  'content-type': 'text/html; charset=utf-8',
  'x-edge-nonce': nonce,
  'x-middleware-rewrite': '/sites/aurora.localhost',
  vary: 'rsc',
}

/** What this process would answer if it were the storefront. */
let answer: { status: number; headers: OutgoingHttpHeaders; body: string }
let seen: IncomingMessage[]
const server = createServer((request, response) => {
  seen.push(request)
  response.writeHead(answer.status, answer.headers).end(answer.body)
})
beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  seen = []
  answer = { status: 200, headers: asPage, body: page }
})

const port = () => `${(server.address() as AddressInfo).port}`
const asked = (headers: Record<string, string> = {}) =>
  new Headers({
    host: 'aurora.localhost:3000',
    'x-edge-packs': 'gzip',
    'x-edge-asked': '/de/shows/a%20b?city=x',
    'accept-encoding': 'gzip',
    ...headers,
  })

describe('a packed page', () => {
  test('is the process’s own answer to the same question, asked without the wish to have it packed', async () => {
    const response = await packedPage(asked({ 'x-edge-clock': '1767225600.250' }), port())
    expect(response?.headers.get('content-encoding')).toBe('gzip')
    expect(response?.headers.get('vary')).toBe('rsc, accept-encoding')
    expect(response?.headers.get('x-edge-nonce')).toBe(nonce)
    for (const name of ['content-length', 'x-middleware-rewrite']) expect(response?.headers.has(name)).toBe(false)
    const text = gunzipSync((await response?.arrayBuffer()) ?? new ArrayBuffer(0)).toString()
    expect(text.startsWith(page)).toBe(true)
    const [{ url, headers } = { url: '', headers: {} }] = seen
    expect(url).toBe('/de/shows/a%20b?city=x')
    expect(headers).toMatchObject({ host: 'aurora.localhost:3000', 'x-edge-clock': '1767225600.250' })
    expect(headers['accept-encoding']).toBe('identity')
    for (const name of ['x-edge-packs', 'x-edge-asked']) expect(headers).not.toHaveProperty(name)
  })

  test.each([
    ['not found', { status: 404, headers: asPage, body: page }],
    ['no page', { status: 200, headers: { ...asPage, 'content-type': 'text/plain' }, body: page }],
    ['without a nonce of its own', { status: 200, headers: { 'content-type': 'text/html' }, body: page }],
    ['what cannot be packed', { status: 200, headers: asPage, body: 'no nonce in it' }],
  ])('of what is %s is what came, once', async (_, given) => {
    answer = given
    const response = await packedPage(asked(), port())
    expect(response?.status).toBe(given.status)
    expect(response?.headers.has('content-encoding')).toBe(false)
    expect(await response?.text()).toBe(given.body)
    expect(seen).toHaveLength(1)
  })

  test('is none where nobody answers, or with more than a page can be', async () => {
    expect(await packedPage(asked(), '9')).toBeNull()
    answer = { ...answer, body: 'x'.repeat(2_200_000) }
    expect(await packedPage(asked(), port())).toBeNull()
  })
})

test('only an edge that says so, and reads, wants it', () => {
  expect(wantsPack({ method: 'GET', headers: asked() })).toBe(true)
  expect(wantsPack({ method: 'GET', headers: asked({ 'x-edge-packs': '' }) })).toBe(false)
  expect(wantsPack({ method: 'HEAD', headers: asked() })).toBe(false)
})
