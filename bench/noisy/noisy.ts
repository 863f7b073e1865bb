import { benchSystem } from '../bench-system.ts'
import { cell } from '../cells.ts'
import { quantile } from '../quantiles.ts'
import type { Measured, Table } from '../report/result.ts'
import { wanted } from '../report/wanted.ts'
import { showToSell, storeShow } from '../show-to-sell.ts'
import { sizeOf } from '../sizes.ts'
import { medianRatio } from '../stalled/paired.ts'
import { type Shop, type Visited, visit } from './visits.ts'

/** A second, at the shop that is measured; its neighbour has nine times as many: nine tenths of the load. */
const VISITS = sizeOf('VISITS', 5)
const NEIGHBOUR = 9 * VISITS
const SECONDS = sizeOf('SECONDS', 20)
const PAIRS = sizeOf('PAIRS', 5)
/** Pages are kept and code is compiled before anything counts. */
const WARM_UP_SECONDS = sizeOf('WARM_UP_SECONDS', 10)

/** `npm run bench -- noisy`: what a rush at one reseller does to the visitors of another, in pairs of runs. */
export async function noisy(): Promise<Measured> {
  await using started = await benchSystem()
  const { system } = started
  // Each sells a show of its own: what buyers of one show do to each other is not asked here.
  const at = async (url: string, name: string): Promise<Shop> => {
    const show = showToSell(100_000)
    return { url, showId: await storeShow(system.core, { ...show, id: `${show.id}-${name}` }) }
  }
  const quietShop = await at(system.resellers.luna, 'quiet')
  const busyShop = await at(system.resellers.aurora, 'busy')
  const alone = () => visit(quietShop, VISITS, SECONDS)
  const beside = async () => {
    const [own] = await Promise.all([visit(quietShop, VISITS, SECONDS), visit(busyShop, NEIGHBOUR, SECONDS)])
    return own
  }
  await Promise.all([visit(quietShop, VISITS, WARM_UP_SECONDS), visit(busyShop, NEIGHBOUR, WARM_UP_SECONDS)])
  const pairs: { without: Visited; with: Visited }[] = []
  for (let pair = 0; pair < PAIRS; pair += 1) {
    console.log(`· pair ${pair + 1} of ${PAIRS}`)
    // In turns, so that a machine that gets slower does not speak for one of them.
    if (pair % 2 === 0) pairs.push({ without: await alone(), with: await beside() })
    else {
      const rushed = await beside()
      pairs.push({ without: await alone(), with: rushed })
    }
  }
  const ratioOf = (share: number) =>
    medianRatio(
      pairs.map((pair) => ({ without: quantile(pair.without.tookMs, share), with: quantile(pair.with.tookMs, share) })),
    )
  const row = (share: number): Table[string] => ({
    'neighbour quiet': medianOf(pairs.map(({ without }) => quantile(without.tookMs, share))),
    'neighbour has 90 % of the load': medianOf(pairs.map((pair) => quantile(pair.with.tookMs, share))),
    'median ratio': Math.round(ratioOf(share) * 100) / 100,
  })
  const failures = pairs.flatMap((pair) => [...pair.without.failures, ...pair.with.failures])
  for (const why of new Set(failures)) console.log(`failed: ${why}`)
  return {
    how: `${VISITS} visits a second at one reseller of the built system, each of the home page, a show and its availability, and one in five buys a ticket; ${PAIRS} pairs of runs of ${SECONDS} s, without and with ${NEIGHBOUR} such visits a second at another reseller, of another show. Figures are of everything that visitors of the first asked for, medians over pairs; edge: ${system.edge}.`,
    stoppedBy: 'two cores that also carry the visitors of both',
    tables: {
      main: {
        'p50 ms': row(0.5),
        'p90 ms': row(0.9),
        'p99 ms': row(0.99),
        failed: {
          'neighbour quiet': pairs.reduce((sum, { without }) => sum + without.failures.length, 0),
          'neighbour has 90 % of the load': pairs.reduce((sum, pair) => sum + pair.with.failures.length, 0),
        },
      },
    },
    wanted: [
      wanted('p99 beside a reseller with 90 % of the load, over p99 alone', ratioOf(0.99), 2, 'times'),
      wanted('requests that failed', failures.length, 0),
    ],
  }
}

const medianOf = (values: readonly number[]): number | string => cell(quantile(values, 0.5))
