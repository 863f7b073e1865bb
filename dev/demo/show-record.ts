import { artworkPalette } from '#dev/core/artwork/render.ts'
import type { ShowRecord } from '#dev/core/shows/show-record.ts'
import type { DemoShow, DemoTier } from './demo-show.ts'
import { priceAt } from './price.ts'
import { startOf } from './show-date.ts'
import { chanceFrom, soldSeats } from './sold-seats.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const MOST_PER_BUYER = 8

/** The record that core stores, as of the day of the seed. */
export function toRecord(show: DemoShow, now: Date): ShowRecord {
  const { hall, ...venue } = show.venue
  const startsAt = startOf(show.when, venue.timeZone, now)
  const after = (minutes: number) => new Date(startsAt.getTime() + minutes * MINUTE_MS).toISOString()
  const { alt, ...poster } = show.poster
  const images = (show.images ?? []).map((image, index) => ({ ...image, key: `${show.id}-${index + 2}` }))
  return {
    id: show.id,
    title: show.title,
    subtitle: show.subtitle,
    language: languageIn(venue.country),
    category: show.category,
    startsAt: startsAt.toISOString(),
    endsAt: after(show.lastsMinutes),
    ...(show.doorsMinutes !== undefined && { doorsAt: after(-show.doorsMinutes) }),
    ...(show.onSaleInDays !== undefined && { onSaleAt: opening(show.onSaleInDays, now) }),
    venue,
    artwork: { key: show.id, alt, palette: artworkPalette({ key: show.id, category: show.category, ...poster }) },
    poster,
    ...(images.length > 0 && {
      images: images.map(({ key, alt: words, ...brief }) => ({
        ...{ key, alt: words },
        palette: artworkPalette({ key, category: show.category, ...brief }),
      })),
      imagePosters: images.map(({ key: _, alt: __, ...brief }) => brief),
    }),
    seating: hall ? 'seated' : 'general',
    status: show.cancelled ? 'cancelled' : 'scheduled',
    description: show.description.join('\n\n'),
    performers: [...show.performers],
    ageAdvice: show.ageAdvice,
    maxPerBuyer: show.maxPerBuyer ?? MOST_PER_BUYER,
    ...(hall ? seatedStock(show, hall) : { tiers: generalTiers(show) }),
  }
}

/** What is written about a show is written where it takes place. */
function languageIn(country: string): string {
  const language = { GB: 'en', US: 'en', ES: 'es', JP: 'ja' }[country]
  if (language === undefined) throw new Error(`nobody said which language is written in ${country}`)
  return language
}

/** On the hour, so that a countdown to it looks like somebody decided it. */
function opening(days: number, now: Date): string {
  const opens = new Date(now.getTime() + days * DAY_MS)
  opens.setUTCMinutes(0, 0, 0)
  return opens.toISOString()
}

const pricesOf = (show: DemoShow, tier: DemoTier) =>
  Object.fromEntries(show.soldBy.map((resellerId) => [resellerId, priceAt(resellerId, tier.pounds)]))

const tierId = (index: number): string => `t${index + 1}`

/** Dear tiers go a little faster than cheap ones, so that not all are equally empty. */
function generalTiers(show: DemoShow): ShowRecord['tiers'] {
  const chance = chanceFrom(seedOf(show.id))
  return show.tiers.map((tier, index) => {
    const capacity = tier.capacity as number
    const sold = show.sold >= 1 ? 1 : Math.min(0.995, show.sold * (0.85 + 0.3 * chance()))
    const available = Math.round(capacity * (1 - sold))
    return { id: tierId(index), name: tier.name, capacity, available, prices: pricesOf(show, tier) }
  })
}

function seatedStock(
  show: DemoShow,
  hall: NonNullable<DemoShow['venue']['hall']>,
): Pick<ShowRecord, 'tiers' | 'seats' | 'plan'> {
  const tierOf = new Map(show.tiers.flatMap((tier, index) => (tier.zones ?? []).map((zone) => [zone, tierId(index)])))
  const sold = soldSeats(hall.seats, show.sold, seedOf(show.id))
  const seats = hall.seats.map(({ id, label, zone, position }) => {
    const of = tierOf.get(zone)
    if (of === undefined) throw new Error(`${show.id} has no price for the zone ${zone} of its hall`)
    return { id, label, tierId: of, position, sold: sold.has(id) }
  })
  const capacityOf = (id: string) => seats.filter((seat) => seat.tierId === id).length
  const tiers = show.tiers.map((tier, index) => ({
    id: tierId(index),
    name: tier.name,
    capacity: capacityOf(tierId(index)),
    prices: pricesOf(show, tier),
  }))
  return { tiers, seats, plan: hall.plan }
}

/** A number that is a show's own (FNV-1a over its id). */
const seedOf = (id: string): number =>
  [...id].reduce((hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) as number), 16_777_619), 2_166_136_261) >>> 0
