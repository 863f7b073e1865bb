import { z } from 'zod'
import { ARTWORK_WIDTHS } from './artwork-widths.ts'
import { CoreId, Instant } from './ids.ts'
import { Price } from './money.ts'
import { SeatPlan } from './seat-plan.ts'
import { isTimeZone, TimeZone } from './time-zone.ts'

/** What a show is, for filters and for the look of a page. Unknown categories must not break a reader: they become `other`. */
export const ShowCategory = z.enum(['concert', 'theatre', 'family', 'comedy', 'dance', 'other']).catch('other')

/** Where a show takes place. `timeZone` is IANA and rules every time shown for the show. */
export const Venue = z.object({
  id: CoreId,
  name: z.string().min(1).max(120),
  address: z.string().max(240),
  city: z.string().min(1).max(80),
  country: z.string().regex(/^[A-Z]{2}$/, 'is not an ISO 3166 country'),
  timeZone: TimeZone,
  directions: z.string().max(1000).optional(),
  accessibility: z.string().max(1000).optional(),
})

/**
 * A picture served by core at `GET /v1/artworks/{key}?width=` as WebP, 3:2.
 * `palette` holds two to four CSS hex colours taken from it, dark to light, so that a page can rest on them before it loads.
 */
export const Artwork = z.object({
  key: z.string().regex(/^[a-z0-9-]{1,80}$/, 'is not an artwork key'),
  alt: z.string().max(200),
  palette: z
    .array(z.string().regex(/^#[0-9a-f]{6}$/, 'is not a hex colour'))
    .min(2)
    .max(4),
})

/** `GET /v1/artworks/{key}`. */
export const ArtworkQuery = z.object({ width: z.coerce.number().pipe(z.literal([...ARTWORK_WIDTHS])) })

/** How much is left, in words that are always true: `few` is core's own threshold, never ours. */
export const StockLevel = z.enum(['available', 'few', 'sold_out'])

/** A show as lists carry it. */
export const ShowSummary = z.object({
  id: CoreId,
  title: z.string().min(1).max(160),
  subtitle: z.string().max(200).optional(),
  /** The language (BCP 47) of title, subtitle, description and age advice; absent: the reseller's first one. */
  language: z
    .string()
    .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'is not a language')
    .max(35)
    .optional(),
  category: ShowCategory,
  startsAt: Instant,
  venue: Venue,
  artwork: Artwork,
  seating: z.enum(['general', 'seated']),
  status: z.enum(['scheduled', 'cancelled']),
  /** Before this instant nobody can hold; absent when sales are open already. */
  onSaleAt: Instant.optional(),
  /** The cheapest tier's all-in price, in the reseller's currency. */
  priceFrom: Price,
  stock: StockLevel,
})

/** A show as its own page needs it. `description` is plain text, paragraphs separated by a blank line. */
export const Show = ShowSummary.extend({
  doorsAt: Instant.optional(),
  endsAt: Instant.optional(),
  description: z.string().max(6000),
  performers: z.array(z.string().max(120)).max(40),
  /** More pictures of it than its `artwork`, the best one first; twelve are more than anybody swipes through. */
  images: z.array(Artwork).max(12).optional(),
  ageAdvice: z.string().max(120).optional(),
  /** How many tickets one buyer may hold at a time. */
  maxPerBuyer: z.int().min(1).max(100),
  /** Present for seated shows whose hall is drawn; without it seats are listed by their labels. */
  plan: SeatPlan.optional(),
})

/** One show whose zone core spells wrongly must not cost a reader all the others of a list: it is left out. */
const withoutUnknownZones = (items: unknown): unknown =>
  Array.isArray(items)
    ? items.filter((item: { venue?: { timeZone?: unknown } } | null) => {
        const zone = item?.venue?.timeZone
        return typeof zone !== 'string' || isTimeZone(zone)
      })
    : items

/**
 * One page of shows; `nextCursor` is null on the last one. `total` counts all pages. `cities` are those of the shows that
 * match everything asked but the city, most shows first, at most 100: what a filter can offer. A core may leave both out.
 */
export const ShowPage = z.object({
  items: z.preprocess(withoutUnknownZones, z.array(ShowSummary)),
  nextCursor: z.string().nullable(),
  total: z.int().min(0).optional(),
  cities: z
    .array(z.object({ name: Venue.shape.city, shows: z.int().min(1) }))
    .max(100)
    .optional(),
})

const Day = z.iso.date()

/**
 * What `GET /v1/shows` may be asked. Times are instants, days (`2026-12-05`) are the calendar's at each show's venue;
 * `priceTo` is the most that the cheapest tier may cost, in minor units. `stock=available` leaves out what nobody can buy.
 * `limit` is capped at 100 so that a page stays under 200 KB, `cursor` at what a name in four-byte letters needs.
 */
export const ShowQuery = z.object({
  q: z.string().trim().max(120).optional(),
  city: z.string().trim().max(80).optional(),
  category: z.string().trim().max(40).optional(),
  from: Instant.optional(),
  to: Instant.optional(),
  fromDay: Day.optional(),
  toDay: Day.optional(),
  priceTo: z.coerce.number().int().min(0).max(2_000_000_000).optional(),
  stock: z.literal('available').optional(),
  sort: z.enum(['date', '-date', 'price', '-price', 'name', '-name']).default('date'),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(24),
})

/** What `GET /v1/show-days` may be asked: the same, without order and pages. */
export const ShowDaysQuery = ShowQuery.omit({ sort: true, cursor: true, limit: true })

/** The days on which shows begin, at their venues, soonest first; 400 are more than a year. */
export const ShowDays = z.object({ days: z.array(z.object({ day: Day, shows: z.int().min(1) })).max(400) })

export type Venue = z.infer<typeof Venue>
export type Artwork = z.infer<typeof Artwork>
export type StockLevel = z.infer<typeof StockLevel>
export type ShowSummary = z.infer<typeof ShowSummary>
export type Show = z.infer<typeof Show>
export type ShowPage = z.infer<typeof ShowPage>
export type ShowQuery = z.infer<typeof ShowQuery>
export type ShowDaysQuery = z.infer<typeof ShowDaysQuery>
export type ShowDays = z.infer<typeof ShowDays>
