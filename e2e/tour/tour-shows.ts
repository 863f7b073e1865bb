import type { ShowRecord } from '#dev/core/shows/show-record.ts'
import { toRecord } from '#dev/demo/show-record.ts'
import { SHOWS } from '#dev/demo/shows/all.ts'
import type { DemoReseller } from '#dev/system/addresses.ts'
import type { Core } from '../fixtures/core.ts'
import type { ShowOnSale } from '../fixtures/show-on-sale.ts'

/** In what state a show can be found. `words` has the longest ones that its page must bear. */
const SHOW_STATES = ['general', 'few', 'sold-out', 'later', 'begun', 'cancelled', 'words', 'hall'] as const
export type ShowState = (typeof SHOW_STATES)[number]

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** After everything in the demo data, so that lists look as they do without. */
const AHEAD_MS = 900 * DAY_MS

/** One guest reserves at half a dozen stops, and nothing is let go in between. */
const MOST_PER_BUYER = 40

/** A show of the shop's own programme in every state, sold by that shop alone, and after all others. */
export async function storeTourShows(core: Core, shop: DemoReseller): Promise<Record<ShowState, ShowOnSale>> {
  const stored = SHOW_STATES.map(async (state) => {
    const record = tourShow(shop, state)
    await core.storeShow(record)
    return [state, { id: record.id, tiers: record.tiers, seats: (record.seats ?? []).filter(({ sold }) => !sold) }]
  })
  return Object.fromEntries(await Promise.all(stored))
}

/** Pure; `state` is what becomes of the shop's first show with a hall, or of its first without. */
export function tourShow(shop: DemoReseller, state: ShowState, now = new Date()): ShowRecord {
  const hall = state === 'hall'
  const show = SHOWS.find(
    (show) => show.soldBy[0] === shop && Boolean(show.venue.hall) === hall && !show.cancelled && show.sold < 1,
  )
  if (!show) throw new Error(`${shop} has no show that could be ${state}`)
  const record = toRecord(show, now)
  const later = (instant: string) => new Date(Date.parse(instant) + AHEAD_MS).toISOString()
  const tiers = record.tiers.map((tier, index) => ({
    ...tier,
    prices: Object.fromEntries(Object.entries(tier.prices).filter(([reseller]) => reseller === shop)),
    ...(!hall && { available: leftOf(state, tier.capacity, index) }),
  }))
  return {
    ...record,
    ...{ id: `tour-${shop}-${state}`, tiers, startsAt: later(record.startsAt), onSaleAt: undefined },
    maxPerBuyer: MOST_PER_BUYER,
    ...(record.doorsAt && { doorsAt: later(record.doorsAt) }),
    ...(record.endsAt && { endsAt: later(record.endsAt) }),
    ...(state === 'later' && { onSaleAt: new Date(now.getTime() + 3 * DAY_MS).toISOString() }),
    ...(state === 'begun' && {
      startsAt: new Date(now.getTime() - HOUR_MS).toISOString(),
      doorsAt: undefined,
      endsAt: undefined,
    }),
    ...(state === 'cancelled' && { status: 'cancelled' as const }),
    ...(state === 'words' && longWords(shop, record)),
  }
}

function leftOf(state: ShowState, capacity: number, index: number): number {
  if (state === 'sold-out') return 0
  if (state === 'few') return index === 0 ? 3 : 0
  return Math.ceil(capacity * 0.6)
}

/** No word of these can be broken anywhere but by force, or every one of them everywhere. */
function longWords(shop: DemoReseller, { venue }: ShowRecord): Partial<ShowRecord> {
  return {
    title:
      shop === 'hoshi'
        ? '銀河鉄道の夜と星めぐりの歌による管弦楽のための幻想的変奏曲・特別追加公演（全席指定・休憩なし）'
        : 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
    subtitle: 'Rechtsschutzversicherungsgesellschaften und Freundschaftsbezeigungen',
    language: shop === 'hoshi' ? 'ja' : 'de',
    venue: { ...venue, name: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch Community Hall' },
  }
}
