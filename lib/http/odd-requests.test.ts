import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { tameOddRequests } from './odd-requests.ts'

/** Answers with the method, the path and the router's headers it saw. */
const server = createServer(({ method, url, headers }, response) => {
  const router = Object.entries(headers).filter(([name]) => /^(?:rsc|next-)/.test(name))
  response.end(`saw ${[method, url, ...router.map((header) => header.join('='))].join(' ')}`)
})
beforeAll(async () => {
  tameOddRequests()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(() => new Promise((closed) => server.close(closed)))

async function seen(line: string, ...headers: string[]): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  const lines = [`${line} HTTP/1.1`, 'Host: aurora.localhost', 'Connection: close', ...headers]
  socket.end(`${lines.join('\r\n')}\r\n\r\n`)
  const chunks: Buffer[] = []
  for await (const chunk of socket) chunks.push(chunk)
  return (
    Buffer.concat(chunks)
      .toString()
      .match(/saw .*/)?.[0] ?? ''
  )
}

it.each(['TRACE /', 'OPTIONS *', 'TRACE *'])('%s becomes something Next can answer', async (line) => {
  expect(await seen(line)).toBe('saw OPTIONS /_next/nowhere')
})

it.each(['GET /', 'POST /api/holds', 'OPTIONS /shows', 'GET http://aurora.localhost/shows'])(
  '%s stays as it is',
  async (line) => {
    expect(await seen(line)).toBe(`saw ${line}`)
  },
)

it('headers that pretend to be Next’s router’s go no further, and its own do', async () => {
  expect(await seen('GET /', 'RSC: 1', 'Next-Router-Prefetch: 2')).toBe('saw GET / rsc=1')
  expect(await seen('GET /', 'RSC: 1', 'Next-Router-State-Tree: x')).toBe('saw GET / rsc=1')
  const tree = encodeURIComponent('["",{}]')
  const own = ['RSC: 1', 'Next-Router-Prefetch: 1', `Next-Router-State-Tree: ${tree}`]
  expect(await seen('GET /', ...own)).toBe(`saw GET / rsc=1 next-router-prefetch=1 next-router-state-tree=${tree}`)
})
