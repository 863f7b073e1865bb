import { accountStops } from './account-stops.ts'
import { buyingStops } from './buying-stops.ts'
import { problemStops } from './problem-stops.ts'
import { shopStops } from './shop-stops.ts'
import { staffStops } from './staff-stops.ts'
import type { Stop } from './stop.ts'

/**
 * Every page there is, in every state worth a look. Screenshots, the accessibility matrix and its share of `npm test` all
 * go along this list; a page of `app/` that is not on it fails dev/check/toured-pages.test.ts.
 */
export const stops: readonly Stop[] = [...shopStops, ...buyingStops, ...accountStops, ...problemStops, ...staffStops]
