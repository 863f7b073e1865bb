import { once } from 'node:events'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { createCoreClient } from './client.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.closeAllConnections()
})

/** What the worker hears of an order from a core that answers so. */
async function orderFrom(answer: (response: ServerResponse) => void) {
  const server = createServer((_, response) => answer(response))
  servers.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return createCoreClient(baseUrl, { '*': 'demo-{reseller}' }).order('aurora', 'o-1')
}

const answer =
  (status: number, body: string | Buffer, headers = {}) =>
  (response: ServerResponse) =>
    void response.writeHead(status, headers).end(body)
const problem = (status: number) => answer(status, JSON.stringify({ type: 'core/not-found', title: 'No', status }))
const notUtf8 = Buffer.from([0x22, 0xff, 0x22])

it('knows of no order that core says it does not have', async () => {
  expect(await orderFrom(problem(404))).toBeNull()
})

it.each([
  ['CoreUnavailable', 'answers 500', answer(500, '<h1>no</h1>')],
  ['CoreUnavailable', 'has too much to do', answer(429, '')],
  ['CoreUnavailable', 'hangs up', (response: ServerResponse) => void response.destroy()],
  [
    'CoreUnavailable',
    'stops in the middle',
    (response: ServerResponse) => void response.write('{', () => response.destroy()),
  ],
  ['KeyRefused', 'does not take the key', answer(401, '')],
  ['KeyRefused', 'forbids it', problem(403)],
  ['KeyRefused', 'is behind a gateway that forbids it', answer(403, '<h1>no</h1>')],
  ['NotCore', 'is behind a gateway that does not know it', answer(404, 'default backend - 404')],
  ['NotCore', 'is behind a maintenance page', answer(200, '<h1>back soon</h1>', { 'content-type': 'text/html' })],
  ['UnusableAnswer', 'understands another question', problem(400)],
  ['UnusableAnswer', 'sends another shape', answer(200, '{}')],
  ['UnusableAnswer', 'sends broken UTF-8', answer(200, notUtf8)],
])('throws %s when core %s', async (name, _, behaviour) => {
  await expect(orderFrom(behaviour)).rejects.toMatchObject({ name })
})
