import { setTimeout as pause } from 'node:timers/promises'
import { cell } from '../cells.ts'
import { Herd } from '../herd/herd.ts'
import { byName, type Holding, holdings } from '../herd/holding.ts'
import { SHOW } from '../herd/stage.ts'
import { openWholeTier, type WholeTier } from '../herd/whole-tier.ts'
import { onServices } from '../on-services.ts'
import type { Curves, Measured, Table } from '../report/result.ts'
import { wanted } from '../report/wanted.ts'
import { sizeOf, sizeOfAtLeast } from '../sizes.ts'
import { type Series, slopeOf } from '../slope.ts'
import { closesByReason, unexpectedCloses } from './unexpected.ts'

const VIEWERS = sizeOf('VIEWERS', 8_000)
/** Thirty are promised, and a soak is two hours. */
const MINUTES = sizeOfAtLeast('MINUTES', 2)
const MINUTE_MS = 60_000
/** What is told now and then: a dead line would not be seen to be one otherwise. Viewers remember all of it, so not more. */
const MOST_MESSAGES = 400
const EVERY_MS = Math.max(sizeOf('EVERY_MS', 5_000), (MINUTES * MINUTE_MS) / MOST_MESSAGES)
const SAMPLE_MS = 10_000
/** Until then memory grows because so many came, and code is compiled. */
const WARM_UP_MS = Math.min(5 * MINUTE_MS, (MINUTES * MINUTE_MS) / 4)
/** A slope of less is that of the collector's teeth. */
const SLOPE_NEEDS_MINUTES = 60

/** `npm run bench -- steady`: everybody stays, and nothing ends that need not. With MINUTES=120 it is the soak. */
export const steady = (): Promise<Measured> => onServices(measure)

async function measure(): Promise<Measured> {
  await using whole = await openWholeTier()
  const { kind, urls } = { kind: 'marquee' as const, urls: [whole.balancer.url] }
  using herd = await Herd.gather({ kind, urls, count: VIEWERS, messages: MOST_MESSAGES + 1, show: SHOW })
  const publishedAtMs: number[] = [0]
  const samples = await stay(whole, publishedAtMs)
  const { seen, doubled, resets, delays, absences } = await herd.lastReport(publishedAtMs)
  const closes = await closesOf(whole)
  const messages = publishedAtMs.length - 1
  const unexpected = unexpectedCloses(absences.length, closes.get('rotated') ?? 0)
  const names = Object.keys(samples[0]?.holding ?? {})
  const series = new Map(names.map((name) => [name, seriesOf(samples, name)]))
  const slopes = new Map([...series].map(([name, one]) => [name, slopeOf(one) * 600]))
  const rows = names.map((name): [string, Table[string]] => {
    const own = series.get(name) ?? []
    return [
      name,
      {
        'MB at first': cell(own[0]?.[1] ?? Number.NaN),
        'MB at last': cell(own.at(-1)?.[1] ?? Number.NaN),
        'MB in ten minutes': cell(slopes.get(name) ?? Number.NaN),
      },
    ]
  })
  const reasons = [...closes].map(([reason, count]) => `${reason} ${count}`).join(', ') || 'none'
  return {
    how: `${VIEWERS} viewers through a balancer on three nodes, on real Redis and Kafka, for ${MINUTES} minutes with one message every ${Math.round(EVERY_MS / 1_000)} s. Of ${messages} messages ${VIEWERS * messages - seen} were lost and ${doubled} doubled, p99 ${cell(delays.quantile(0.99))} ms; ${resets} viewers were told to refetch. Lines that nodes ended, by reason: ${reasons}. Memory is that of the time after the first ${Math.round(WARM_UP_MS / 1_000)} s.`,
    stoppedBy: 'two descriptors a viewer in one balancer, 20,000 a process',
    tables: { main: Object.fromEntries(rows) },
    curves: { memory: Object.fromEntries(series) as unknown as Curves },
    wanted: [
      wanted('lines that ended without having to', unexpected, 0),
      ...(MINUTES < SLOPE_NEEDS_MINUTES
        ? []
        : [
            wanted(
              'memory’s growth in ten minutes, of the process that grows most',
              Math.max(...slopes.values()),
              1,
              'MB',
            ),
          ]),
    ],
  }
}

interface Sample {
  readonly seconds: number
  readonly holding: Readonly<Record<string, Holding>>
}

/** Tells something now and then and looks at the processes, until the time is over. */
async function stay(whole: WholeTier, publishedAtMs: number[]): Promise<Sample[]> {
  const { tier } = whole
  const samples: Sample[] = []
  const began = performance.now()
  const over = () => performance.now() - began >= MINUTES * MINUTE_MS
  const tells = async () => {
    while (!over() && publishedAtMs.length <= MOST_MESSAGES) {
      publishedAtMs.push(performance.timeOrigin + performance.now())
      await tier.announce(tier.ticketEvent(SHOW))
      await pause(EVERY_MS)
    }
  }
  const looks = async () => {
    while (!over()) {
      await pause(SAMPLE_MS)
      const seconds = (performance.now() - began) / 1_000
      if (seconds * 1_000 < WARM_UP_MS) continue
      // A process that died is told of by the lines that ended with it; what the others do is still wanted.
      const all = await holdings(whole, VIEWERS).catch((error: unknown) => console.log(`  no figures: ${error}`))
      if (all) samples.push({ seconds, holding: byName(all) })
    }
  }
  await Promise.all([tells(), looks()])
  return samples
}

const seriesOf = (samples: readonly Sample[], name: string): Series =>
  samples.map(({ seconds, holding }) => [Math.round(seconds), holding[name]?.memoryMb ?? 0] as const)

/** What all nodes ended, by reason. */
async function closesOf({ nodes }: WholeTier): Promise<ReadonlyMap<string, number>> {
  const all = new Map<string, number>()
  for (const { url } of nodes) {
    const metrics = await fetch(`${url}/metrics`).then(
      (response) => response.text(),
      () => '', // it died, and what it had counted with it
    )
    for (const [reason, count] of closesByReason(metrics)) {
      all.set(reason, (all.get(reason) ?? 0) + count)
    }
  }
  return all
}
