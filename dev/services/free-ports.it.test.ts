import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, it } from 'vitest'
import { freePort, freePorts, isBusy } from './free-ports.ts'

it('draws different ports that browsers do not refuse', async () => {
  const ports = await freePorts(20)
  expect(new Set(ports).size).toBe(20)
  expect(Math.min(...ports)).toBeGreaterThan(10_080)
  expect(Math.max(...ports), 'systems give those to outgoing connections').toBeLessThan(32_768)
})

it('knows a port that somebody listens on from one that is free', async () => {
  const port = await freePort()
  expect(await isBusy(port)).toBe(false)
  const server = createServer().listen(port, '127.0.0.1')
  await once(server, 'listening')
  expect(await isBusy(port)).toBe(true)
  server.close()
})
