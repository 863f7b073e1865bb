import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, it } from 'vitest'
import { isBusy } from './free-ports.ts'
import { quietPorts } from './quiet-ports.ts'

it('are free, differ, and are none that an outgoing connection gets', async () => {
  const ports = await quietPorts(20)
  expect(new Set(ports).size).toBe(20)
  expect(Math.min(...ports)).toBeGreaterThan(60_999)
  const server = createServer().listen(ports[0], '127.0.0.1')
  await once(server, 'listening')
  expect(await isBusy(ports[0] as number)).toBe(true)
  server.close()
})
