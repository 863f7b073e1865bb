import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '#dev/services/free-ports.ts'
import { quantile } from '../quantiles.ts'
import type { Measured } from '../report/result.ts'
import { changedSizes, sizeOf } from '../sizes.ts'
import type { Contender } from './contender.ts'
import { makeContenders } from './contenders.ts'
import { Crowd } from './crowd.ts'
import { processCost } from './process-cost.ts'

const VIEWERS = sizeOf('VIEWERS', 10_000)
/** Hundredths of a second are the kernel's grain: so many messages make a percent of error at the cheapest. */
const MESSAGES = sizeOf('MESSAGES', 40)
/** Two cores write and read 10,000 messages in about a quarter of a second; each message shall find idle ones. */
const EVERY_MS = sizeOf('EVERY_MS', 400)
/** A young heap holds garbage of the connects; a few collections later it does not. */
const SETTLE_MS = 4_000

type Row = {
  readonly 'connects/s': number
  readonly 'KB/connection': number
  readonly 'CPU µs/delivery': number
  readonly 'p50 ms': number
  readonly 'p99 ms': number
  readonly 'to the last ms': number
  readonly lost: number
  readonly doubled: number
}

/**
 * `npm run bench -- fan-out`, with CONTENDERS=<name>,<name> of some only: 10,000 viewers of one show on one process, ours and others', one after the other.
 * Percentiles are medians over messages: one message that met something else on the machine does not count.
 */
export async function fanOut(): Promise<Measured> {
  const wanted = process.env.CONTENDERS?.split(',')
  if (wanted) changedSizes.push('CONTENDERS')
  const contenders = (await makeContenders()).filter(({ name }) => wanted?.includes(name) ?? true)
  const rows: Record<string, Row> = {}
  for (const contender of contenders) {
    console.log(`· ${contender.name}`)
    rows[contender.name] = await measure(contender)
  }
  return {
    how: `${VIEWERS} viewers of one show on one process, ${MESSAGES} messages of 250 bytes, one every ${EVERY_MS} ms. Each contender ran by itself, as its documentation uses it; percentiles are medians over messages.`,
    stoppedBy: 'two cores that also carry the viewers, and 20,000 descriptors a process',
    tables: { main: rows },
  }
}

async function measure(contender: Contender): Promise<Row> {
  const port = await freePort()
  await using server = await contender.start(port)
  await pause(SETTLE_MS)
  const idle = processCost(server.pid)
  using crowd = await Crowd.gather(contender, port, VIEWERS, MESSAGES)
  await pause(SETTLE_MS)
  const held = processCost(server.pid)
  for (let n = 0; n < MESSAGES; n += 1) {
    server.publish(messageOf(n))
    await pause(EVERY_MS)
  }
  await pause(SETTLE_MS)
  const done = processCost(server.pid)
  const { delivered, doubled, messages } = await crowd.report()
  const medianMs = (of: (message: (typeof messages)[number]) => number) =>
    Math.round(quantile(messages.map(of), 0.5) / 100) / 10
  return {
    'connects/s': Math.round((VIEWERS / crowd.connectMs) * 1_000),
    'KB/connection': Math.round((held.residentBytes - idle.residentBytes) / VIEWERS / 102.4) / 10,
    'CPU µs/delivery': Math.round(((done.cpuUs - held.cpuUs) / delivered) * 10) / 10,
    'p50 ms': medianMs(({ p50 }) => p50),
    'p99 ms': medianMs(({ p99 }) => p99),
    'to the last ms': medianMs(({ last }) => last),
    lost: VIEWERS * MESSAGES - delivered,
    doubled,
  }
}

/** A sale as long as a real one; the viewers read number and time, in microseconds. */
function messageOf(n: number): string {
  const items = [{ tierId: 'stalls', quantity: 2, seatIds: ['s-c12', 's-c13'] }]
  const t = Math.round((performance.timeOrigin + performance.now()) * 1_000)
  const rest = {
    showId: '1',
    from: n,
    version: n + 1,
    items,
    remaining: { stalls: 100 },
    sales: 1,
    saleIds: ['sale-1'],
  }
  return JSON.stringify({ n, t, stream: 'public.show.1', at: new Date().toISOString(), ...rest })
}
