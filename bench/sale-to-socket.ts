import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '#dev/services/free-ports.ts'
import startServices from '#dev/test/global-services.ts'
import type { TestTier } from '#realtime/test/tier.ts'
import { measure as measureBus } from './bus-latency.ts'
import { sseRequest } from './fan-out/contender.ts'
import { makeContenders } from './fan-out/contenders.ts'
import { Crowd, type Report } from './fan-out/crowd.ts'
import { PRODUCTION_HEAP, ROOM } from './herd/stage.ts'
import { quantile } from './quantiles.ts'
import type { Measured, Table } from './report/result.ts'
import { sizeOf } from './sizes.ts'

const VIEWERS = sizeOf('VIEWERS', 10_000)
const NODES = 3
const MESSAGES = sizeOf('MESSAGES', 40)
/** Each sale finds idle cores, and comes alone: a quarter of a second after another it would wait to be merged. */
const EVERY_MS = sizeOf('EVERY_MS', 500)
/** A young heap holds garbage of the connects; a few collections later it does not. */
const SETTLE_MS = 3_000
const SHOW = 'sale'
/** Sales alone are few a second; a bus that is asked more often is no faster. */
const BUS_RATE = 1_000

/** Where viewers come in. */
interface Door {
  readonly port: number
  readonly viewers: number
}

/**
 * `npm run bench -- sale-to-socket`: from core's event on Kafka to the sockets of 10,000 viewers on three nodes, and what a
 * bare loop in one process needs for as many in the same run.
 */
export async function saleToSocket(): Promise<Measured> {
  const bare = await bareLoop()
  const stopServices = await startServices()
  // Loaded after the servers run: it reads their addresses when it is imported.
  const { TestTier } = await import('#realtime/test/tier.ts')
  const { freshTopics, testServices } = await import('#dev/test/services.ts')
  const { bus: topic } = await freshTopics({ name: 'bus', partitions: 8 })
  const brokers = testServices.kafkaBrokers.split(',')
  const bus = await measureBus({ kind: 'kafka', addressing: 'targeted', brokers, topic }, BUS_RATE)
  const rows: Table = { 'bare loop (C), one process': bare }
  {
    await using tier = await TestTier.start()
    const [, ...nodes] = await Promise.all([
      tier.dispatcher(),
      ...Array.from({ length: NODES }, () => tier.node(PRODUCTION_HEAP)),
    ])
    rows['sale → socket, straight at three nodes'] = await sell(
      tier,
      nodes.map(({ url }) => url),
    )
    const balancers = await Promise.all([0, 1].map(() => tier.balancer({ ...PRODUCTION_HEAP, ...ROOM })))
    rows['sale → socket, through two balancers'] = await sell(
      tier,
      balancers.map(({ url }) => url),
    )
  }
  await stopServices?.()
  const busP90 = Number(bus?.['p90 ms'])
  const ratio = (name: string) =>
    Math.round((Number(rows[name]?.['to the last p50 ms']) / Number(bare['to the last p50 ms'])) * 100) / 100
  for (const name of Object.keys(rows)) {
    rows[name] = { ...rows[name], '÷ bare loop': ratio(name), 'goal ms': goal(bare, busP90) }
  }
  return {
    how: `${VIEWERS} viewers of one show, ${MESSAGES} sales of one ticket, one every ${EVERY_MS} ms, from core’s event being handed to Kafka until it is read from the socket; real Kafka and Redis, a dispatcher, ${NODES} nodes. “To the last” is the time until the last of all viewers has it, its median and p90 over sales. Goal: 1.5 times the bare loop’s, plus the bus’s p90, which was ${busP90} ms in the same run.`,
    stoppedBy:
      'two cores: three nodes, two balancers, Kafka, Redis and 10,000 viewers share what the bare loop and its viewers have for themselves',
    tables: { main: rows },
  }
}

const goal = (bare: Table[string], busP90: number): number =>
  Math.round((1.5 * Number(bare['to the last p50 ms']) + busP90) * 10) / 10

async function bareLoop(): Promise<Table[string]> {
  const contender = (await makeContenders()).find(({ name }) => name.startsWith('bare loop'))
  if (!contender) throw new Error('there is no bare loop among the contenders')
  const port = await freePort()
  await using server = await contender.start(port)
  using crowd = await Crowd.gather(contender, port, VIEWERS, MESSAGES)
  await pause(SETTLE_MS)
  for (let n = 0; n < MESSAGES; n += 1) {
    server.publish(JSON.stringify({ n, t: nowUs(), filler: 'x'.repeat(200) }))
    await pause(EVERY_MS)
  }
  await pause(SETTLE_MS)
  return summary([await crowd.report()])
}

async function sell(tier: TestTier, urls: readonly string[]): Promise<Table[string]> {
  const doors = urls.map(
    (url, i): Door => ({
      port: Number(new URL(url).port),
      viewers: Math.floor(VIEWERS / urls.length) + (i < VIEWERS % urls.length ? 1 : 0),
    }),
  )
  const show = `${SHOW}-${randomUUID().slice(0, 8)}`
  await using crowds = new AsyncDisposableStack()
  const gathered: Crowd[] = []
  for (const { port, viewers } of doors) {
    const way = { request: sseRequest(`/realtime/sse?streams=public.show.${show}`), ready: 'event: ready' }
    gathered.push(crowds.use(await Crowd.gather(way, port, viewers, MESSAGES)))
  }
  await pause(SETTLE_MS)
  for (let n = 0; n < MESSAGES; n += 1) {
    // The viewers look for a number and a time: here two tiers are called so, of which that many tickets remain.
    await tier.announce(tier.ticketEvent(show, { remaining: { n, t: nowUs() } }))
    await pause(EVERY_MS)
  }
  await pause(SETTLE_MS)
  return summary(await Promise.all(gathered.map((crowd) => crowd.report())))
}

/** What crowds of one show saw together. */
function summary(reports: readonly Report[]): Table[string] {
  const lastUs = Array.from({ length: MESSAGES }, (_, n) =>
    Math.max(...reports.map(({ messages }) => messages[n]?.last ?? 0)),
  )
  const p50Us = Array.from({ length: MESSAGES }, (_, n) =>
    Math.max(...reports.map(({ messages }) => messages[n]?.p50 ?? 0)),
  )
  const ms = (samples: readonly number[], share: number) => Math.round(quantile(samples, share) / 100) / 10
  const delivered = reports.reduce((sum, report) => sum + report.delivered, 0)
  return {
    'to half p50 ms': ms(p50Us, 0.5),
    'to the last p50 ms': ms(lastUs, 0.5),
    'to the last p90 ms': ms(lastUs, 0.9),
    lost: VIEWERS * MESSAGES - delivered,
    doubled: reports.reduce((sum, { doubled }) => sum + doubled, 0),
  }
}

const nowUs = (): number => Math.round((performance.timeOrigin + performance.now()) * 1_000)
