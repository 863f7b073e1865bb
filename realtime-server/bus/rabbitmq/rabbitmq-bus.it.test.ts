import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll } from 'vitest'
import { type RabbitmqServer, startRabbitmq } from '#dev/services/rabbitmq.ts'
import { startFaultyProxy } from '#dev/test/faulty-proxy.ts'
import { scratchFolder } from '#dev/test/scratch-folder.ts'
import { createLog } from '#platform/log.ts'
import { describeBus } from '../bus.suite.ts'
import { ADDRESSINGS, type RabbitmqBusConfig } from '../bus-config.ts'
import { rabbitmqBus } from './rabbitmq-bus.ts'

const log = createLog('test', 'silent')
const shared = new AsyncDisposableStack()
let server: RabbitmqServer
beforeAll(async () => {
  const folder = shared.use(scratchFolder())
  server = shared.use(await startRabbitmq({ dataDir: folder.path, throwaway: true, say: console.log }))
}, 200_000)
afterAll(() => shared.disposeAsync())

for (const addressing of ADDRESSINGS) {
  describeBus(`a bus in RabbitMQ, ${addressing}`, addressing, async () => {
    const config: RabbitmqBusConfig = {
      kind: 'rabbitmq',
      addressing,
      name: `rt-${randomUUID().slice(0, 8)}`,
      url: server.address,
    }
    const resources = new AsyncDisposableStack()
    const opening = () => ({ id: `n${randomUUID().slice(0, 8)}`, log, resources })
    const port = new URL(server.address).port
    const proxy = resources.use(await startFaultyProxy(Number(port)))
    const readers = { ...config, url: server.address.replace(`:${port}`, `:${proxy.port}`) }
    return {
      writer: await rabbitmqBus.openWriter(config, opening()),
      reader: () => rabbitmqBus.openReader(readers, opening()),
      faults: { guarantees: rabbitmqBus.guarantees, cut: () => proxy.cut() },
      [Symbol.asyncDispose]: () => resources.disposeAsync(),
    }
  })
}
