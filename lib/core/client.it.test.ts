import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { z } from 'zod'
import { CHANGE_BUDGET_MS, createCoreClient, READ_BUDGET_MS } from './client.ts'

/** Two seconds, with room for a busy machine: where nothing ends a wait it lasts for ever. */
const GIVEN_UP_MS = 4_000

const Answer = z.object({ name: z.string() })
const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.closeAllConnections()
})

type Behaviour = (request: IncomingMessage, response: ServerResponse) => void

/** A core that behaves as told, request by request; the last behaviour goes on. */
async function coreThat(...behaviours: Behaviour[]) {
  const seen: IncomingMessage[] = []
  const server = createServer((request, response) => {
    seen.push(request)
    const behaviour = behaviours[Math.min(seen.length, behaviours.length) - 1]
    behaviour?.(request, response)
  })
  servers.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { seen, baseUrl, client: createCoreClient({ baseUrl, keys: { '*': 'demo-{reseller}' } }) }
}

const answer =
  (status: number, body: unknown, type = 'application/json'): Behaviour =>
  (_, response) =>
    response.writeHead(status, { 'content-type': type }).end(typeof body === 'string' ? body : JSON.stringify(body))
const works = answer(200, { name: 'it works' })
const refuses = answer(409, { type: 'core/unavailable-items', title: 'Gone', status: 409, seatIds: ['a1'] })

const UNUSABLE: [string, Behaviour][] = [
  ['nothing for ever', () => {}],
  ['a closed connection', (request) => void request.socket.destroy()],
  ['500', answer(500, { type: 'core/internal', title: 'Oh', status: 500 })],
  ['503 that is no problem document', answer(503, 'busy', 'text/html')],
  ['401, which is our fault and not the buyer’s', answer(401, { type: 'core/unauthorized', title: 'No', status: 401 })],
  ['429, which says nothing of what was asked for', answer(429, { type: 'core/busy', title: 'Later', status: 429 })],
  ['400 that is no problem document', answer(400, '<h1>no</h1>', 'text/html')],
  ['JSON that ends in the middle', answer(200, '{"name": "it')],
  ['a value of another shape', answer(200, { name: 7 })],
  ['bytes that are not UTF-8', notUtf8],
  ['50 MB', (_, response) => void response.writeHead(200).end(Buffer.alloc(50 * 1024 * 1024, 0x20))],
  ['a few bytes now and then', drip],
]

function notUtf8(_: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200).end(Buffer.from([0x22, 0xff, 0x22]))
}

function drip(_: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200).write('{"name":"')
  const timer = setInterval(() => response.write('a'), 50)
  response.on('close', () => clearInterval(timer))
}

it('gives up before the two seconds that a request may take are over', () => {
  expect(Math.max(CHANGE_BUDGET_MS, READ_BUDGET_MS)).toBeLessThan(2_000)
})

it.each(UNUSABLE)('is unavailable within two seconds when core answers %s', async (_, behaviour) => {
  const { client } = await coreThat(behaviour)
  const startedAt = performance.now()
  await expect(client.get('aurora', '/v1/shows', Answer)).rejects.toMatchObject({ name: 'CoreUnavailable' })
  expect(performance.now() - startedAt).toBeLessThan(GIVEN_UP_MS)
})

it('follows nobody to somewhere else, least of all with the key', async () => {
  const elsewhere = await coreThat(works)
  const { client } = await coreThat((_, response) =>
    response.writeHead(302, { location: `${elsewhere.baseUrl}/` }).end(),
  )
  await expect(client.get('aurora', '/v1/shows', Answer)).rejects.toMatchObject({ name: 'CoreUnavailable' })
  expect(elsewhere.seen).toEqual([])
})

it('sends the reseller’s own key', async () => {
  const { client, seen } = await coreThat(works)
  await client.get('luna', '/v1/shows', Answer)
  expect(seen[0]?.headers.authorization).toBe('Bearer demo-luna')
})

it('passes core’s refusal on as a value', async () => {
  const { client, seen } = await coreThat(refuses)
  const refusal = await client.get('aurora', '/v1/shows', Answer)
  expect(refusal).toMatchObject({ ok: false, problem: { type: 'core/unavailable-items', seatIds: ['a1'] } })
  expect(seen).toHaveLength(1)
})

it('reads a second time when the first answer was lost', async () => {
  const { client, seen } = await coreThat(answer(500, {}), works)
  expect(await client.get('aurora', '/v1/shows', Answer)).toEqual({ ok: true, value: { name: 'it works' } })
  expect(seen).toHaveLength(2)
})

it('never repeats a change by itself', async () => {
  const { client, seen } = await coreThat(answer(500, {}), works)
  const change = { method: 'POST', path: '/v1/orders', answer: Answer, body: {}, idempotencyKey: 'k' } as const
  await expect(client.send('aurora', change)).rejects.toMatchObject({ name: 'CoreUnavailable' })
  expect(seen).toHaveLength(1)
})

it('gives up on a change that is not answered within two seconds', async () => {
  const { client } = await coreThat(() => {})
  const startedAt = performance.now()
  const change = { method: 'POST', path: '/v1/holds', answer: Answer, body: {} } as const
  await expect(client.send('aurora', change)).rejects.toMatchObject({ name: 'CoreUnavailable' })
  expect(performance.now() - startedAt).toBeLessThan(GIVEN_UP_MS)
})

it('leaves core alone for a moment after five failures in a row, then asks again', async () => {
  const { client, seen } = await coreThat(...Array<Behaviour>(5).fill(answer(500, {})), works)
  const change = { method: 'POST', path: '/v1/holds', answer: Answer, body: {} } as const
  for (let i = 0; i < 5; i++) await client.send('aurora', change).catch(() => {})
  await expect(client.send('aurora', change)).rejects.toThrow('given a moment')
  expect(seen).toHaveLength(5)
  await expect.poll(() => client.send('aurora', change).catch(() => null)).toMatchObject({ ok: true })
})

const OF_NO_USE_TO_ONE: [string, Behaviour][] = [
  ['a wrong key', answer(401, { type: 'core/unauthorized', title: 'No', status: 401 })],
  ['a bare 401', (_, response) => void response.writeHead(401).end()],
  ['a gateway’s 401', answer(401, '<h1>no</h1>', 'text/html')],
  ['a show in broken UTF-8', notUtf8],
  ['a show that is no JSON', answer(200, '<h1>Welcome</h1>', 'text/html')],
  ['a refusal in broken UTF-8', (_, response) => void response.writeHead(404).end(Buffer.from([0x22, 0xff, 0x22]))],
]

it.each(OF_NO_USE_TO_ONE)(
  'does not take %s of one reseller, or slow pictures, for a core that is down',
  async (_, odd) => {
    const { client } = await coreThat((request, response) => {
      if (request.url?.includes('artworks')) return answer(500, {})(request, response)
      return request.headers.authorization === 'Bearer demo-luna' ? odd(request, response) : works(request, response)
    })
    for (let i = 0; i < 6; i++) {
      await client.get('luna', '/v1/shows', Answer).catch(() => {})
      await client.picture('luna', '/v1/artworks/x', 100).catch(() => {})
    }
    expect(await client.get('aurora', '/v1/shows', Answer)).toMatchObject({ ok: true })
  },
)

it.each([
  ['a wrong key', answer(401, '')],
  ['what is no picture', answer(200, '<script>', 'text/html')],
])('does not take %s of one reseller for a core without pictures', async (_, odd) => {
  const webp = answer(200, 'WEBP', 'image/webp')
  const { client } = await coreThat((request, response) =>
    request.headers.authorization === 'Bearer demo-luna' ? odd(request, response) : webp(request, response),
  )
  for (let i = 0; i < 6; i++) await client.picture('luna', '/v1/artworks/x', 100).catch(() => {})
  expect(await client.picture('aurora', '/v1/artworks/x', 100)).not.toBeNull()
})

it('learns nothing of core from a reseller that has no key there', async () => {
  const { baseUrl, seen } = await coreThat(answer(500, {}))
  const client = createCoreClient({ baseUrl, keys: { aurora: 'demo-aurora' } })
  const change = { method: 'POST', path: '/v1/holds', answer: Answer, body: {} } as const
  for (let i = 0; i < 4; i++) await client.send('aurora', change).catch(() => {})
  await expect(client.send('luna', change)).rejects.toThrow('no key')
  await client.send('aurora', change).catch(() => {})
  await expect(client.send('aurora', change)).rejects.toThrow('given a moment')
  expect(seen).toHaveLength(5)
})

it('takes a picture for what it says it is, and nothing else', async () => {
  const html: Behaviour = answer(200, '<script>', 'text/html')
  const { client } = await coreThat(html, html, answer(200, 'WEBP', 'image/webp'))
  await expect(client.picture('aurora', '/v1/artworks/x', 100)).rejects.toMatchObject({ name: 'CoreUnavailable' })
  expect(await client.picture('aurora', '/v1/artworks/x', 100)).toEqual(new TextEncoder().encode('WEBP'))
})

it('does not take a picture that is larger than it may be', async () => {
  const { client } = await coreThat(answer(200, 'x'.repeat(101), 'image/webp'))
  await expect(client.picture('aurora', '/v1/artworks/x', 100)).rejects.toThrow('over the limit')
})
