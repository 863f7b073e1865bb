import { benchSystem } from '../bench-system.ts'
import { latencyRow } from '../quantiles.ts'
import { storeShowToSell } from '../show-to-sell.ts'
import { type Purchase, Shopper } from './shopper.ts'

const CAPACITY = 2_000
/** More than there are tickets, so that the end of them is raced for. */
const SHOPPERS = 2_300
/** At a time. */
const AT_ONCE = 48

/** One show, more guests than tickets, each a hold and an order through the shop: how many a minute, and never too many. */
export async function orders(): Promise<void> {
  await using started = await benchSystem()
  const { system } = started
  const showId = await storeShowToSell(system.core, CAPACITY)
  const took: number[] = []
  const outcomes: Purchase[] = []
  let next = 0
  const begin = performance.now()
  let lastBoughtAt = begin
  let triedAgain = 0
  const one = async () => {
    for (let number = next++; number < SHOPPERS; number = next++) {
      const from = performance.now()
      const shopper = new Shopper(system.resellers.aurora, number)
      const outcome = await shopper.buys(showId, 'floor')
      triedAgain += shopper.triedAgain
      outcomes.push(outcome)
      if (!('bought' in outcome)) continue
      lastBoughtAt = performance.now()
      took.push(lastBoughtAt - from)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, one))
  const bought = new Set(outcomes.flatMap((outcome) => ('bought' in outcome ? outcome.bought : [])))
  const refused = Object.groupBy(
    outcomes.flatMap((outcome) => ('refused' in outcome ? outcome.refused : [])),
    (why) => why,
  )
  const minutes = (lastBoughtAt - begin) / 60_000
  console.log(`edge: ${system.edge}; ${SHOPPERS} guests, ${AT_ONCE} at a time, for ${CAPACITY} tickets`)
  console.table({
    'hold + order': {
      ...latencyRow(took),
      orders: bought.size,
      'a minute': Math.round(bought.size / minutes),
      'tried again': triedAgain,
      oversold: Math.max(0, bought.size - CAPACITY),
    },
  })
  for (const [why, all] of Object.entries(refused)) console.log(`refused ${all?.length} times: ${why}`)
}
