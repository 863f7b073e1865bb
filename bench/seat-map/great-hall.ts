import type { ShowRecord } from '#dev/core/shows/show-record.ts'
import { operaHouse } from '#dev/demo/halls/proscenium.ts'
import { showToSell, storeShow } from '../show-to-sell.ts'

const hall = operaHouse({
  naming: (section, row, number) => `${section.short} ${row}${number}`,
  stageLabel: 'Stage',
  stalls: { id: 'stalls', name: 'Stalls', short: 'St' },
  circle: { id: 'circle', name: 'Circle', short: 'Ci' },
  upper: { id: 'upper', name: 'Upper circle', short: 'Up' },
  boxes: { id: 'boxes', name: 'Boxes', short: 'Bx' },
})

/** Prices go by zone, so that a map of it shows every colour and pattern. */
const ZONES = [...new Set(hall.seats.map(({ zone }) => zone))]

export const SEATS = hall.seats.length

/** Puts a show in a drawn house of some 2,100 seats on sale, in six prices. @returns its id */
export function storeGreatHall(core: string): Promise<string> {
  const [tier] = showToSell(1).tiers
  if (!tier) throw new Error('a show without a tier')
  const tiers: ShowRecord['tiers'] = ZONES.map((zone) => ({
    ...{ id: zone, name: zone, prices: tier.prices },
    capacity: hall.seats.filter((seat) => seat.zone === zone).length,
  }))
  const seats = hall.seats.map(({ id, label, zone, position }) => ({ id, label, tierId: zone, position, sold: false }))
  return storeShow(core, { ...showToSell(1), seating: 'seated', tiers, seats, plan: hall.plan })
}
