import { type DemoReseller, demoResellers } from '#dev/system/addresses.ts'
import { type Screen, screens } from './screens.ts'
import type { Stop } from './stop.ts'
import { stops } from './stops.ts'

/** Drawn by each look in its own way; all else is the same in all themes but for colours and fonts. */
const OWN_LOOK: ReadonlySet<string> = new Set(['home', 'shows', 'show', 'hall', 'checkout', 'order'])

/** A stop that is opened once and looked at on every screen, once in light and once in dark. */
export interface Visit {
  readonly stop: Stop
  readonly sights: readonly { readonly screen: Screen; readonly scheme: 'light' | 'dark' }[]
}

/** Which stops `npm test` visits in a theme: every stop in one of the four, by turns; those with a look of their own in all. */
export function shareOf(theme: DemoReseller, all: readonly Stop[] = stops): Visit[] {
  const column = demoResellers.indexOf(theme)
  return all.flatMap((stop, n) => {
    if (!OWN_LOOK.has(stop.name) && n % demoResellers.length !== column) return []
    // By rounds, so that each theme has both schemes on both screens.
    const first = Math.floor(n / demoResellers.length) % 2
    const sights = screens.map((screen, at) => ({ screen, scheme: (first + at) % 2 === 0 ? 'light' : 'dark' }) as const)
    return [{ stop, sights }]
  })
}
