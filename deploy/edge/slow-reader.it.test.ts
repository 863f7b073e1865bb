import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'vitest'
import { RawClient } from '#realtime/balancer/raw-client.fixture.ts'
import { nginxTest } from './nginx-test.fixture.ts'

/** More than the edge's buffers and both machines' sockets take. */
const LONG = 64 * 1024 * 1024
/** A disk has taken all of it by then. */
const A_WHILE_MS = 1_000

nginxTest('what is read slowly waits at the storefront, and not on the edge’s disk', async (edge, origin) => {
  origin.text = 'x'.repeat(LONG)
  for (const path of ['/api/anything', '/account']) {
    const headers = 'Host: aurora.tickets.example\r\nCookie: session=x'
    using client = new RawClient(edge.port, `GET ${path} HTTP/1.1\r\n${headers}\r\n\r\n`)
    await client.until(' 200 ')
    client.socket.pause()
    await sleep(A_WHILE_MS)
    expect(origin.seen.at(-1)?.socket.writableLength, path).toBeGreaterThan(0)
  }
})

nginxTest('what is kept is written as fast as it comes all the same', async (edge, origin) => {
  origin.text = 'x'.repeat(LONG / 64)
  const [first, again] = [await edge.ask('/'), await edge.ask('/')]
  await Promise.all([first.whole(), again.whole()])
  expect([again.headers['x-edge'], again.received]).toEqual(['HIT', first.received])
})
