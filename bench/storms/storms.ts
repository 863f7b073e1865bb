import { setTimeout as pause } from 'node:timers/promises'
import { cell } from '../cells.ts'
import { Herd } from '../herd/herd.ts'
import { byName, type Holding, type Holdings, holdings } from '../herd/holding.ts'
import { SHOW } from '../herd/stage.ts'
import { openWholeTier, type WholeTier } from '../herd/whole-tier.ts'
import { onServices } from '../on-services.ts'
import { quantile } from '../quantiles.ts'
import type { Curves, Measured, Table } from '../report/result.ts'
import { wanted } from '../report/wanted.ts'
import { sizeOf } from '../sizes.ts'
import { growthOf } from './growth.ts'

const VIEWERS = sizeOf('VIEWERS', 5_000)
const STORMS = sizeOf('STORMS', 10)
/** Everybody comes back within this: no client of ours is as rude, whose waits are spread over seconds. */
const WITHIN_MS = 1_000
/** A young heap holds garbage of the connects; a few collections later it does not. */
const SETTLE_MS = sizeOf('SETTLE_MS', 8_000)
const MESSAGES = 1_000

/** `npm run bench -- storms`: everybody's line is cut in one moment and everybody is back a second later, again and again. */
export const storms = (): Promise<Measured> => onServices(measure)

async function measure(): Promise<Measured> {
  await using whole = await openWholeTier()
  const { tier, balancer } = whole
  using herd = await Herd.gather({
    kind: 'marquee',
    urls: [balancer.url],
    count: VIEWERS,
    messages: MESSAGES,
    show: SHOW,
  })
  const before = await settled(whole)
  const after: Holdings[] = []
  const backMs: number[] = []
  for (let storm = 1; storm <= STORMS; storm += 1) {
    await tier.announce(tier.ticketEvent(SHOW)) // so that there is something to go on from, and something to catch up on
    const from = performance.now()
    await herd.storm(WITHIN_MS)
    backMs.push(performance.now() - from)
    after.push(await settled(whole))
    console.log(`· storm ${storm} of ${STORMS}`)
  }
  const { resets } = await herd.lastReport([0])
  const [first = before] = after
  const last = after.at(-1) ?? before
  const { memoryPercent, descriptors } = growthOf(before, last)
  const afterFirst = growthOf(first, last)
  const all = [before, ...after].map(byName)
  const names = Object.keys(byName(before))
  const rows = names.map((name): [string, Table[string]] => [name, rowOf(all.map((one) => one[name]))])
  const memory = names.map((name): [string, Curves[string]] => [
    name,
    all.map((one, storm) => [storm, one[name]?.memoryMb ?? 0]),
  ])
  return {
    how: `${VIEWERS} viewers through a balancer on three nodes, on real Redis and Kafka; ${STORMS} storms in a row, in each of which all lines are cut at once and everybody is back within about ${Math.round(WITHIN_MS / 1_000)} s. Memory is what the kernel counts, ${SETTLE_MS / 1_000} s after each storm, with everybody there; descriptors are those that are not viewers’. The longest storm took ${cell(quantile(backMs, 1) / 1_000)} s until the last was back; ${resets} were told to refetch. After the first storm, which warms up the code that resumes, memory grew by ${cell(afterFirst.memoryPercent)} % at most.`,
    stoppedBy: 'two cores: a storm is carried by them on both sides',
    tables: { main: Object.fromEntries(rows) },
    curves: { memory: Object.fromEntries(memory) },
    wanted: [
      wanted(`memory after ${STORMS} storms, of all nodes or of the balancer, is more by`, memoryPercent, 10, '%'),
      wanted('descriptors that came or went, of the process with most', descriptors, 5),
    ],
  }
}

async function settled(whole: WholeTier): Promise<Holdings> {
  await pause(SETTLE_MS)
  return holdings(whole, VIEWERS)
}

function rowOf(holdings: readonly (Holding | undefined)[]): Table[string] {
  const [first, second] = holdings
  const last = holdings.at(-1)
  return {
    'MB before': cell(first?.memoryMb ?? Number.NaN),
    'MB after one': cell(second?.memoryMb ?? Number.NaN),
    'MB after all': cell(last?.memoryMb ?? Number.NaN),
    'other descriptors before': first?.otherDescriptors ?? 'none',
    'other descriptors after all': last?.otherDescriptors ?? 'none',
    'viewers after all': last?.viewers ?? 'none',
  }
}
