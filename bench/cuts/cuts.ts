import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '#dev/services/free-ports.ts'
import startServices from '#dev/test/global-services.ts'
import { Herd } from '../herd/herd.ts'
import { PRODUCTION_HEAP, ROOM, SHOW, type Stage, startSocketIo } from '../herd/stage.ts'
import type { Curves, Measured, Table } from '../report/result.ts'
import { sizeOf } from '../sizes.ts'
import { shareWithin } from './share-within.ts'

const VIEWERS = sizeOf('VIEWERS', 10_000)
const MESSAGES = sizeOf('MESSAGES', 120)
/** Ten thousand viewers cost a proxied tier some 40 µs a message and viewer, with the viewers themselves: half of two cores. */
const EVERY_MS = sizeOf('EVERY_MS', 1_000)
/** Each line breaks this often, at a moment of its own, and stays broken for so long: a train through tunnels. */
const CUT_EVERY_MS = 15_000
const OFFLINE_MS = 2_000

/** `npm run bench -- cuts`: everybody's line breaks every 15 s for 2 s, and nobody may miss or see twice what was sold. */
export async function cuts(): Promise<Measured> {
  const stopServices = await startServices()
  const rows: Table = {}
  const curves: Curves = {}
  for (const [name, open] of Object.entries({ Marquee: openMarquee, 'Socket.IO with recovery': openSocketIo })) {
    console.log(`· ${name}`)
    await using stage = await open()
    const { row, within } = await measure(stage)
    rows[name] = row
    curves[name] = within
  }
  await stopServices?.()
  return {
    how: `${VIEWERS} viewers, ${MESSAGES} messages, one every ${EVERY_MS} ms; each line cut every 15 s at a moment of its own, and away for 2 s. Ours: three nodes behind two balancers on real Redis and Kafka; Socket.IO: one process that keeps what it sent.`,
    stoppedBy: 'two cores for the tier, its servers and the viewers; two descriptors a viewer in a balancer',
    tables: { main: rows },
    curves: { within: curves },
  }
}

async function measure(stage: Stage): Promise<{ row: Table[string]; within: Curves[string] }> {
  const { kind, urls } = stage
  using herd = await Herd.gather({ kind, urls, count: VIEWERS, messages: MESSAGES, show: SHOW })
  await herd.cut(CUT_EVERY_MS, OFFLINE_MS)
  const publishedAtMs: number[] = [0]
  for (let n = 1; n <= MESSAGES; n += 1) {
    publishedAtMs.push(performance.timeOrigin + performance.now())
    await stage.publish(n)
    await pause(EVERY_MS)
  }
  await herd.mend()
  const { seen, doubled, resets, delays } = await herd.lastReport(publishedAtMs)
  const expected = VIEWERS * MESSAGES
  return {
    row: {
      'delivered %': Math.floor((seen / expected) * 1e6) / 1e4,
      lost: expected - seen,
      doubled,
      'told to refetch': resets,
      'p50 ms': delays.quantile(0.5),
      'p99 ms': delays.quantile(0.99),
      'max ms': delays.quantile(1),
    },
    within: shareWithin(delays, expected),
  }
}

/** The whole tier on real Redis and Kafka: a dispatcher, three nodes, and as many balancers as descriptors ask for. */
async function openMarquee(): Promise<Stage> {
  // Loaded after the servers run: it reads their addresses when it is imported.
  const { TestTier } = await import('#realtime/test/tier.ts')
  const tier = await TestTier.start()
  await Promise.all([tier.dispatcher(), ...Array.from({ length: 3 }, () => tier.node(PRODUCTION_HEAP))])
  const balancers = await Promise.all(Array.from({ length: 2 }, () => tier.balancer({ ...PRODUCTION_HEAP, ...ROOM })))
  return {
    kind: 'marquee',
    urls: balancers.map(({ url }) => url),
    publish: () => tier.announce(tier.ticketEvent(SHOW)),
    [Symbol.asyncDispose]: () => tier[Symbol.asyncDispose](),
  }
}

async function openSocketIo(): Promise<Stage> {
  const port = await freePort()
  const child = await startSocketIo(port)
  return {
    kind: 'socket.io',
    urls: [`http://127.0.0.1:${port}`],
    publish: async (n) => void child.stdin.write(`${JSON.stringify({ version: n })}\n`),
    async [Symbol.asyncDispose]() {
      child.kill('SIGKILL')
    },
  }
}
