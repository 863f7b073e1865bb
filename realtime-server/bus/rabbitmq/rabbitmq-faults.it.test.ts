import { randomUUID } from 'node:crypto'
import { type ChannelModel, type ConfirmChannel, connect } from 'amqplib'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type RabbitmqServer, startRabbitmq } from '#dev/services/rabbitmq.ts'
import { type FaultyProxy, startFaultyProxy } from '#dev/test/faulty-proxy.ts'
import { scratchFolder } from '#dev/test/scratch-folder.ts'
import { createLog } from '#platform/log.ts'
import { message } from '../bus.suite.ts'
import type { DeliveryReader, DeliveryWriter } from '../bus.ts'
import type { RabbitmqBusConfig } from '../bus-config.ts'
import { Hearing } from '../hearing.fixture.ts'
import { rabbitmqBus } from './rabbitmq-bus.ts'

/* One server for all of these, which some of them kill: they run one after the other. */

/** Long enough for a server to start, a silence to be noticed and a connection to come back on a crowded machine. */
const HEALED = { timeout: 50_000, interval: 100 }

const folder = scratchFolder()
let server: RabbitmqServer
const portOf = () => Number(new URL(server.address).port)
const start = (port?: number) =>
  startRabbitmq({ dataDir: folder.path, say: console.log, ...(port === undefined ? {} : { port }) })
beforeAll(async () => {
  server = await start()
}, 200_000)
afterAll(async () => {
  await server[Symbol.asyncDispose]()
  folder[Symbol.dispose]()
})

let resources: AsyncDisposableStack
let config: RabbitmqBusConfig
let writer: DeliveryWriter
const log = createLog('test', 'silent')
const opening = () => ({ id: `n${randomUUID().slice(0, 8)}`, log, resources })
beforeEach(async () => {
  resources = new AsyncDisposableStack()
  config = { kind: 'rabbitmq', addressing: 'targeted', name: `rt-${randomUUID().slice(0, 8)}`, url: server.address }
  writer = await rabbitmqBus.openWriter(config, opening())
})
afterEach(async () => {
  vi.restoreAllMocks()
  await resources.disposeAsync()
})

const listen = async (url = server.address): Promise<Hearing & { readonly reader: DeliveryReader }> => {
  const hearing = new Hearing()
  const reader = await rabbitmqBus.openReader({ ...config, url }, opening())
  await reader.open({ node: 'a', slot: 0 }, hearing)
  return Object.assign(hearing, { reader })
}

/** A listener behind a proxy. */
async function listenThrough(): Promise<{ a: Awaited<ReturnType<typeof listen>>; proxy: FaultyProxy }> {
  const proxy = resources.use(await startFaultyProxy(portOf()))
  const a = await listen(server.address.replace(/:\d+$/, `:${proxy.port}`))
  return { a, proxy }
}

const send = (n: number, node = 'a') => writer.send([{ message: message(n), recipients: [{ node, slot: 0 }] }])

/** Sends again until it works: nothing was ever wrong with it. */
const sendInTheEnd = (n: number) => expect.poll(() => send(n).catch((error: Error) => error.message), HEALED).toBe(1)

const hears = (hearing: Hearing, n: number) =>
  expect.poll(() => hearing.heard.map(({ id }) => id), HEALED).toContain(message(n).id)

/** Somebody else on the same server, with all its rights. */
async function operator(): Promise<{ model: ChannelModel; channel: ConfirmChannel }> {
  const model = await connect(server.address)
  resources.defer(() => model.close())
  return { model, channel: await model.createConfirmChannel() }
}

describe('a node whose connection was cut', () => {
  test('is told that it may have missed something, and hears what comes afterwards', async () => {
    const { a, proxy } = await listenThrough()
    await send(2)
    await hears(a, 2)
    proxy.refusing = true
    proxy.cut()
    await send(4)
    expect(a.gaps).toBe(0)
    proxy.refusing = false
    await expect.poll(() => a.gaps, HEALED).toBe(1)
    await send(6)
    await send(7)
    await hears(a, 6)
    await hears(a, 7)
    expect(a.reader.silentMs()).toBeLessThan(10_000)
  })

  test('and that got other ids meanwhile is found under the last of them', async () => {
    const warnings = vi.spyOn(log, 'warn')
    const { a, proxy } = await listenThrough()
    proxy.refusing = true
    proxy.cut()
    await a.reader.rename('a2') // before it can know
    await expect.poll(() => warnings.mock.calls.map(([, text]) => text)).toContain('lost RabbitMQ, connecting again')
    await a.reader.rename('a3')
    proxy.refusing = false
    await expect.poll(() => a.gaps, HEALED).toBe(1)
    await send(2, 'a3')
    await hears(a, 2)
  })
})

describe('a node that is connected', () => {
  test('by a line that carries nothing any more connects anew', async () => {
    const { a, proxy } = await listenThrough()
    proxy.strand()
    await expect.poll(() => a.gaps, HEALED).toBe(1)
    await send(2)
    await hears(a, 2)
  })

  test('and hears nothing of its own address for ten seconds connects anew', async () => {
    const a = await listen()
    const { channel } = await operator()
    await channel.deleteExchange(config.name)
    await channel.assertExchange(config.name, 'topic', { durable: true }) // all bindings went with the first
    await expect.poll(() => a.gaps, HEALED).toBe(1)
    await send(2)
    await hears(a, 2)
  })

  test('and does not keep up is told what its full queue dropped', async () => {
    const warnings = vi.spyOn(log, 'warn')
    const warned = (text: string) => warnings.mock.calls.some(([, said]) => said === text)
    // 30 MB: more than the sockets, the 200 records on their way and the queue take between them.
    const data = JSON.stringify({ text: 'x'.repeat(20_000) })
    for (let round = 1; round <= 5; round += 1) {
      const { a, proxy } = await listenThrough()
      proxy.stalled = true
      for (let n = 0; n < 1_500; n += 100) {
        const many = Array.from({ length: 100 }, (_, i) => ({ ...message(2 * (n + i)), data }))
        await writer.send(many.map((one) => ({ message: one, recipients: [{ node: 'a', slot: 0 }] })))
      }
      proxy.stalled = false
      await expect.poll(() => a.gaps, HEALED).toBeGreaterThan(0)
      expect(a.heard.length).toBeLessThan(1_500)
      await send(5_000)
      await hears(a, 5_000)
      await a.reader[Symbol.asyncDispose]()
      if (warned('a full queue dropped deliveries')) return
      // On a very busy machine that took so long that the node connected anew, which also tells of a gap.
      expect(warned('lost RabbitMQ, connecting again')).toBe(true)
    }
    expect.fail('the machine is too busy for a queue to fill within ten seconds')
  })

  test('passes over what it cannot read, and logs it', async () => {
    const errors = vi.spyOn(log, 'error')
    const a = await listen()
    const { channel } = await operator()
    for (const body of ['rubbish', '{"id":7}', '']) {
      channel.publish(config.name, `${config.name}.node.a.public`, Buffer.from(body))
    }
    await channel.waitForConfirms()
    await send(2)
    await hears(a, 2)
    expect(a.heard).toHaveLength(1)
    expect(errors.mock.calls.map(([, text]) => text)).toEqual(Array(3).fill('unreadable delivery'))
  })
})

test('a node does not open on a server that takes no probe', async () => {
  await server.control('set_vm_memory_high_watermark', 'absolute', '1MB')
  await expect(listen()).rejects.toThrow('a probe to a took longer')
  await server.control('set_vm_memory_high_watermark', '0.6')
  await send(2)
})

describe('a dispatcher', () => {
  test('whose exchange somebody deleted fails once, makes it again and goes on', async () => {
    const { channel } = await operator()
    await send(2)
    await channel.deleteExchange(config.name)
    await expect(send(4)).rejects.toThrow('RabbitMQ')
    await sendInTheEnd(4)
  })

  test('that waits for a silent server fails, and goes on when it answers', async () => {
    const proxy = resources.use(await startFaultyProxy(portOf()))
    const url = server.address.replace(/:\d+$/, `:${proxy.port}`)
    writer = await rabbitmqBus.openWriter({ ...config, url }, opening())
    const a = await listen()
    await send(2)
    proxy.silent = true
    const silence = new Error('RabbitMQ confirmed nothing for 3000 ms')
    await expect(send(4)).rejects.toThrow(new Error('RabbitMQ did not confirm', { cause: silence }))
    await expect(send(4)).rejects.toThrow('RabbitMQ is not connected') // and does not wait a second time
    proxy.cut()
    proxy.silent = false
    await sendInTheEnd(6)
    await hears(a, 6)
  })

  test('is refused at once while the server is short of memory, and goes on when it is not', async () => {
    const a = await listen()
    await send(2)
    await server.control('set_vm_memory_high_watermark', 'absolute', '1MB')
    await expect.poll(() => send(4).catch((error: Error) => error.message), HEALED).toContain('takes nothing')
    // One that has sent nothing yet is told by the server only when it does.
    const another = await rabbitmqBus.openWriter(config, opening())
    const failure = await another.send([{ message: message(4), recipients: 'everyone' }]).catch((error: Error) => error)
    expect(failure).toMatchObject({ cause: { message: expect.stringContaining('takes nothing') } })
    await server.control('set_vm_memory_high_watermark', '0.6')
    await sendInTheEnd(6)
    await hears(a, 6)
    expect(a.gaps).toBe(0)
  })
})

test('a server that is killed fails dispatchers until it is back, and then nobody stays away', async () => {
  const a = await listen()
  await send(2)
  await hears(a, 2)
  const port = portOf()
  process.kill(server.pid, 'SIGKILL')
  await server[Symbol.asyncDispose]()
  await expect(send(4)).rejects.toThrow('RabbitMQ')
  server = await start(port)
  await expect.poll(() => a.gaps, HEALED).toBe(1)
  await sendInTheEnd(6)
  await hears(a, 6)
})

test('a server that is not there is said so at the start', async () => {
  const proxy = resources.use(await startFaultyProxy(portOf()))
  const url = server.address.replace(/:\d+$/, `:${proxy.port}`)
  proxy.refusing = true
  await expect(rabbitmqBus.openWriter({ ...config, url }, opening())).rejects.toThrow()
  proxy.refusing = false
  proxy.silent = true
  await expect(rabbitmqBus.openWriter({ ...config, url }, opening())).rejects.toThrow()
})
