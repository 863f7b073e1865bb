import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { tameOddRequests } from './odd-requests.ts'

/** Answers with the method and path it saw. */
const server = createServer((request, response) => response.end(`saw ${request.method} ${request.url}`))
beforeAll(async () => {
  tameOddRequests()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(() => new Promise((closed) => server.close(closed)))

async function seen(line: string): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.end(`${line} HTTP/1.1\r\nHost: aurora.localhost\r\nConnection: close\r\n\r\n`)
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
