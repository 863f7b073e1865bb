import { setTimeout as pause } from 'node:timers/promises'
import { ClearLine } from '#dev/services/clear-line.ts'
import { kill, programs, type TestSystem } from '#dev/test/system.ts'
import { benchSystem } from '../bench-system.ts'
import { cell } from '../cells.ts'
import { Herd } from '../herd/herd.ts'
import type { Measured, Table } from '../report/result.ts'
import { wanted } from '../report/wanted.ts'
import { storeShowToSell } from '../show-to-sell.ts'
import { sizeOf } from '../sizes.ts'
import { type AfterDeath, afterDeath } from './returns-from-death.ts'
import { causedBy, Transactions } from './transactions.ts'

/** They come from two addresses, and a balancer as it is takes 2,000 of each. */
const VIEWERS = sizeOf('VIEWERS', 3_900)
/** All may be back after fifteen seconds; PostgreSQL's backends tell what they have counted within ten more. */
const WINDOW_MS = sizeOf('WINDOW_MS', 30_000)
/** What sales cost PostgreSQL is over, and told, before anything is counted. */
const SETTLE_MS = sizeOf('SETTLE_MS', 12_000)
/** Windows without a death, each with as many transactions as there are anyway. */
const QUIET_WINDOWS = sizeOf('QUIET_WINDOWS', 3)
const SELL_MS = 3_000
/** The herd keeps room for so many; how many a crowd's sales come to is not counted here. */
const MESSAGES = 500

interface Death extends AfterDeath {
  readonly node: string
  readonly answered: number
}

/**
 * `npm run bench -- killed-node`: each node in turn is killed under viewers who came through the balancer. A viewer does
 * what its page does: it comes back by its own backoff, and reads the shop again when it is told to or is away for long.
 */
export async function killedNode(): Promise<Measured> {
  await using started = await benchSystem()
  const { system, postgresUrl } = started
  if (!postgresUrl) throw new ClearLine('the kept system’s PostgreSQL is counted: name it in POSTGRES_URL')
  await using transactions = await Transactions.open(postgresUrl)
  const show = await storeShowToSell(system.core)
  using herd = await Herd.gather({
    kind: 'marquee',
    urls: [system.balancer],
    count: VIEWERS,
    messages: MESSAGES,
    show,
    page: { site: system.resellers.aurora, path: `/api/shows/${show}/availability` },
  })
  /** What PostgreSQL answers in one window, after a few sales that give everybody a place to go on from. */
  const inWindow = async (happens: () => Promise<unknown>) => {
    await sellFor(SELL_MS, system, show)
    await pause(SETTLE_MS)
    const before = await transactions.soFar()
    await Promise.all([happens(), pause(WINDOW_MS)])
    return (await transactions.soFar()) - before
  }
  const quiet: number[] = []
  for (let i = 0; i < QUIET_WINDOWS; i += 1) quiet.push(await inWindow(async () => {}))
  const nodes = Object.keys(system.nodes)
  const diedAtMs: number[] = []
  const answered: number[] = []
  for (const node of nodes) {
    console.log(`· ${node}`)
    await untilAllRun(system)
    const kills = async () => {
      diedAtMs.push(performance.timeOrigin + performance.now())
      await kill(system, node)
    }
    answered.push(await inWindow(kills))
  }
  const { absences, resets, pageReads } = await herd.lastReport([0])
  const deaths = nodes.map((node, i): Death => {
    const after = afterDeath(absences, diedAtMs[i] ?? 0, diedAtMs[i + 1] ?? Number.POSITIVE_INFINITY)
    return { node, ...after, answered: answered[i] ?? 0 }
  })
  const worst = (of: (death: Death) => number) => Math.max(...deaths.map(of))
  const sum = (of: (death: Death) => number) => deaths.reduce((total, death) => total + of(death), 0)
  const lostTheirLine = sum((death) => death.lostTheirLine)
  // Of all deaths together: what worker and shops do by themselves comes and goes by more than one death may cause.
  const caused = causedBy(sum((death) => death.answered) / deaths.length, quiet) * deaths.length
  return {
    how: `${VIEWERS} viewers through the balancer of the built system, three nodes, and each node in turn killed with SIGKILL; a new one takes its place two seconds later. Times are from the death. Transactions are those of shops and worker in PostgreSQL within ${WINDOW_MS / 1_000} s of it; without a death there were ${Math.min(...quiet)} to ${Math.max(...quiet)}. A viewer reads its shop again as its page would: ${pageReads} did, ${resets} because they were told to.`,
    stoppedBy: 'two cores, and the 2,000 connections that a balancer takes from one address',
    tables: { main: Object.fromEntries(deaths.map((death) => rowOf(death, causedBy(death.answered, quiet)))) },
    wanted: [
      wanted(
        '95 % of a killed node’s viewers back, worst of its deaths',
        worst((death) => death.back95Ms) / 1_000,
        6,
        's',
      ),
      wanted('all of them back', worst((death) => death.backAllMs) / 1_000, 15, 's'),
      wanted(
        'transactions caused in PostgreSQL, of the viewers who lost their line',
        (caused / lostTheirLine) * 100,
        1,
        '%',
      ),
      wanted('their pages that asked the shop again', (pageReads / lostTheirLine) * 100, 1, '%'),
    ],
  }
}

function rowOf(
  { node, lostTheirLine, back95Ms, backAllMs, neverBack, answered }: Death,
  caused: number,
): [string, Table[string]] {
  const row = {
    'lost their line': lostTheirLine,
    '95 % back s': cell(back95Ms / 1_000),
    'all back s': cell(backAllMs / 1_000),
    'never back': neverBack,
    'transactions in PostgreSQL': answered,
    'more than without a death': cell(caused),
  }
  return [`${node} killed`, row]
}

/** Core's own crowd buys: no shop is asked. */
async function sellFor(ms: number, { core }: TestSystem, showId: string): Promise<void> {
  await switchCore(core, { crowd: { showId, ticketsPerSecond: 3 } })
  await pause(ms)
  await switchCore(core, { crowd: null })
}

async function switchCore(core: string, change: object): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${core}/dev/switches`, { method: 'POST', headers, body: JSON.stringify(change) })
  if (!response.ok) throw new Error(`core’s switches: ${response.status} ${await response.text()}`)
}

async function untilAllRun(system: TestSystem): Promise<void> {
  while (!(await programs(system)).every(({ state }) => state === 'running')) await pause(200)
}
