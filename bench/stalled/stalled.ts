import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '#dev/services/free-ports.ts'
import type { Contender } from '../fan-out/contender.ts'
import { makeContenders } from '../fan-out/contenders.ts'
import { Crowd } from '../fan-out/crowd.ts'
import { processCost } from '../fan-out/process-cost.ts'
import { quantile } from '../quantiles.ts'
import type { Measured, Table } from '../report/result.ts'
import { sizeOf } from '../sizes.ts'
import { medianRatio } from './paired.ts'
import { gatherStalled } from './stalled-viewers.ts'

const VIEWERS = sizeOf('VIEWERS', 5_000)
/** One in ten stops reading, or reads on where it is measured without. */
const STALLED = VIEWERS / 10
const PAIRS = sizeOf('PAIRS', 5)
const MESSAGES = sizeOf('MESSAGES', 30)
const EVERY_MS = sizeOf('EVERY_MS', 200)
/**
 * Whole rows of seats: the kernel takes some 80 KB for a viewer who does not read, and what is asked about begins when our
 * own buffers fill, up to where viewers are held back (64 KB more).
 */
const MESSAGE_BYTES = 6_000
const SETTLE_MS = 1_500

interface Run {
  /** Of those who read, median over messages. */
  readonly p99Ms: number
  readonly memoryMb: number
  readonly cpuUs: number
  readonly lost: number
}

/** `npm run bench -- stalled`: what one viewer in ten who stops reading does to the nine who read, in pairs of runs. */
export async function stalled(): Promise<Measured> {
  const contender = (await makeContenders()).find(({ name }) => name === 'marquee')
  if (!contender) throw new Error('our own server is not among the contenders')
  const pairs: { without: Run; with: Run }[] = []
  for (let pair = 0; pair < PAIRS; pair += 1) {
    console.log(`· pair ${pair + 1} of ${PAIRS}`)
    // In turns, so that a machine that gets slower does not speak for one of them.
    if (pair % 2 === 0) pairs.push({ without: await measure(contender, false), with: await measure(contender, true) })
    else {
      const stalls = await measure(contender, true)
      pairs.push({ without: await measure(contender, false), with: stalls })
    }
  }
  const medians = (of: (run: Run) => number): Table[string] => {
    const without = quantile(
      pairs.map((pair) => of(pair.without)),
      0.5,
    )
    const stalls = quantile(
      pairs.map((pair) => of(pair.with)),
      0.5,
    )
    const ratio = medianRatio(pairs.map((pair) => ({ without: of(pair.without), with: of(pair.with) })))
    const columns = { 'all read': without, 'one in ten stalled': stalls }
    return Number.isFinite(ratio) ? { ...columns, 'median ratio': Math.round(ratio * 1_000) / 1_000 } : columns
  }
  return {
    how: `${VIEWERS} viewers of one show on one node, ${MESSAGES} messages of ${MESSAGE_BYTES} bytes, one every ${EVERY_MS} ms; ${PAIRS} pairs of runs, without and with ${STALLED} viewers that stop reading once they are ready. Medians over pairs, of the ${VIEWERS - STALLED} who read.`,
    stoppedBy: 'two cores that also carry the viewers',
    tables: {
      main: {
        'p99 ms of the others': medians(({ p99Ms }) => p99Ms),
        'node’s memory MB above its start': medians(({ memoryMb }) => memoryMb),
        'CPU µs per delivery to the others': medians(({ cpuUs }) => cpuUs),
        'lost by the others': medians(({ lost }) => lost),
      },
    },
    curves: {
      pairs: {
        'all read': pairs.map((pair, i) => [i + 1, pair.without.p99Ms]),
        'one in ten stalled': pairs.map((pair, i) => [i + 1, pair.with.p99Ms]),
      },
    },
  }
}

async function measure(contender: Contender, stall: boolean): Promise<Run> {
  const port = await freePort()
  await using server = await contender.start(port)
  const idle = processCost(server.pid)
  using others = stall
    ? await gatherStalled(port, STALLED, [contender.request].flat()[0] ?? '')
    : await Crowd.gather(contender, port, STALLED, MESSAGES)
  using readers = await Crowd.gather(contender, port, VIEWERS - STALLED, MESSAGES)
  await pause(SETTLE_MS)
  const held = processCost(server.pid)
  for (let n = 0; n < MESSAGES; n += 1) {
    server.publish(messageOf(n))
    await pause(EVERY_MS)
  }
  await pause(SETTLE_MS)
  const done = processCost(server.pid)
  void others
  const { delivered, messages } = await readers.report()
  const p99Ms = quantile(
    messages.map(({ p99 }) => p99),
    0.5,
  )
  return {
    p99Ms: Math.round(p99Ms / 100) / 10,
    memoryMb: Math.round((done.residentBytes - idle.residentBytes) / 1e5) / 10,
    cpuUs: Math.round(((done.cpuUs - held.cpuUs) / delivered) * 10) / 10,
    lost: (VIEWERS - STALLED) * MESSAGES - delivered,
  }
}

/** A sale; the viewers read number and time, in microseconds. */
function messageOf(n: number): string {
  const t = Math.round((performance.timeOrigin + performance.now()) * 1_000)
  const message = { n, t, stream: 'public.show.1', showId: '1', from: n, version: n + 1 }
  const filler = MESSAGE_BYTES - JSON.stringify(message).length
  return JSON.stringify({ ...message, seats: 'x'.repeat(filler) })
}
