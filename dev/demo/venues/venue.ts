import type { Venue } from '#contracts/show.ts'
import type { Hall } from '../halls/hall.ts'

/** A venue and, where it has numbered seats, its hall. */
export interface DemoVenue extends Venue {
  readonly hall?: Hall
}
