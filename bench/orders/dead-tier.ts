import { ClearLine } from '#dev/services/clear-line.ts'
import { start, stop, type TestSystem } from '#dev/test/system.ts'
import { benchSystem } from '../bench-system.ts'
import { cell } from '../cells.ts'
import { quantile } from '../quantiles.ts'
import type { Measured } from '../report/result.ts'
import { wanted } from '../report/wanted.ts'
import { storeShowToSell } from '../show-to-sell.ts'
import { sizeOf } from '../sizes.ts'
import { Shopper } from './shopper.ts'

const CHECKOUTS = sizeOf('CHECKOUTS', 3_000)
/** At a time: few enough that nobody is asked to try again because the machine is busy. */
const AT_ONCE = sizeOf('AT_ONCE', 16)
/** As many as fit into this, when they do not all. */
const LIMIT_MS = sizeOf('LIMIT_MS', 180_000)

/** `npm run bench -- dead-tier`: guests hold and order while no part of the realtime tier runs. */
export async function deadTier(): Promise<Measured> {
  await using started = await benchSystem()
  const { system } = started
  const showId = await storeShowToSell(system.core, 2 * CHECKOUTS)
  await using _dead = await killTier(system)
  const tookMs: number[] = []
  const refusals: string[] = []
  let triedAgain = 0
  let next = 0
  const began = performance.now()
  const one = async () => {
    for (let number = next++; number < CHECKOUTS && performance.now() - began < LIMIT_MS; number = next++) {
      const from = performance.now()
      const shopper = new Shopper(system.resellers.aurora, number)
      const outcome = await shopper
        .buys(showId, 'floor')
        .catch((error: unknown) => ({ refused: error instanceof Error ? error.message : String(error) }))
      triedAgain += shopper.triedAgain
      if ('refused' in outcome) refusals.push(outcome.refused)
      else tookMs.push(performance.now() - from)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, one))
  const minutes = (performance.now() - began) / 60_000
  for (const why of new Set(refusals)) console.log(`refused: ${why}`)
  const tried = tookMs.length + refusals.length
  return {
    how: `${tried.toLocaleString('en')} checkouts of ${CHECKOUTS.toLocaleString('en')} that were wanted, as many as fit into ${LIMIT_MS / 60_000} minutes, each a hold and an order through the shop, ${AT_ONCE} at a time, with all nodes, the dispatcher and the balancer stopped; edge: ${system.edge}.`,
    stoppedBy: 'two cores that also carry the guests',
    tables: {
      main: {
        'checkouts with the realtime tier dead': {
          bought: tookMs.length,
          failed: refusals.length,
          'tried again': triedAgain,
          'a minute': Math.round(tookMs.length / minutes),
          'p50 ms': cell(quantile(tookMs, 0.5)),
          'p99 ms': cell(quantile(tookMs, 0.99)),
        },
      },
    },
    wanted: [
      wanted(`of ${tried.toLocaleString('en')} checkouts failed`, tried === 0 ? Number.NaN : refusals.length, 0),
    ],
  }
}

/** Stops the whole tier until disposed; a system that is kept is as it was before. */
async function killTier(system: TestSystem): Promise<AsyncDisposable> {
  const tier = ['balancer', ...Object.keys(system.nodes), 'dispatcher']
  for (const program of tier) await stop(system, program)
  const answers = await fetch(`${system.balancer}/healthz`).then(
    () => true,
    () => false,
  )
  if (answers) throw new ClearLine('the realtime tier still answers: nothing would be shown')
  return {
    async [Symbol.asyncDispose]() {
      for (const program of tier.toReversed()) await start(system, program)
    },
  }
}
