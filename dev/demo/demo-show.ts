import type { ArtworkCategory } from '#dev/core/artwork/catalogue.ts'
import type { RESELLERS } from './resellers/all.ts'
import type { DemoVenue } from './venues/venue.ts'

export type ResellerId = keyof typeof RESELLERS

/** A kind of ticket for a show: a tier of general admission, or a price zone of a hall. */
export interface DemoTier {
  readonly name: string
  /** All-in, in pounds; other currencies follow from it. */
  readonly pounds: number
  /** General admission: how many there are. */
  readonly capacity?: number
  /** Seated: the zones of the hall that are sold as this tier. */
  readonly zones?: readonly string[]
}

/** A show as its promoter would describe it. Its date is relative to the day of the seed. */
export interface DemoShow {
  readonly id: string
  readonly title: string
  readonly subtitle?: string
  readonly category: ArtworkCategory
  readonly venue: DemoVenue
  readonly soldBy: readonly [ResellerId, ...ResellerId[]]
  readonly when: When
  readonly lastsMinutes: number
  /** Doors open this long before; not every house says. */
  readonly doorsMinutes?: number
  readonly performers: readonly string[]
  readonly description: readonly string[]
  readonly ageAdvice?: string
  readonly tiers: readonly DemoTier[]
  /** Share that is sold already, 0 to 1. */
  readonly sold: number
  readonly maxPerBuyer?: number
  /** Sales open so many days after the seed. */
  readonly onSaleInDays?: number
  readonly cancelled?: true
  readonly poster: DemoPoster
  /** Further pictures, for its gallery. */
  readonly images?: readonly DemoPoster[]
}

/** A picture as it is drawn, and what it shows in words. */
interface DemoPoster {
  readonly composition: string
  readonly palette?: string
  readonly seed?: number
  readonly alt: string
}

export type Weekday = 'Mon' | 'Tue' | 'Wed' | 'Thu' | 'Fri' | 'Sat' | 'Sun'

/** The first such weekday at least `weeks` weeks from the day of the seed, at this local time. */
export interface When {
  readonly weeks: number
  readonly day: Weekday
  readonly time: string
}
