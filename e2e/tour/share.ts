import { type DemoReseller, demoResellers } from '#dev/system/addresses.ts'
import { type Screen, screens } from './screens.ts'
import type { Stop } from './stop.ts'
import { stops } from './stops.ts'

/** Drawn by each look in its own way; all else is the same in all themes but for colours and fonts. */
const OWN_LOOK: ReadonlySet<string> = new Set(['home', 'shows', 'show', 'hall', 'checkout', 'order'])

export interface Visit {
  readonly stop: Stop
  readonly scheme: 'light' | 'dark'
}

/**
 * Which stops `npm test` visits in a theme and on a screen. Every stop is visited twice, on both screens, once in light
 * and once in dark, in two themes that take turns; those with a look of their own in all four.
 */
export function shareOf(theme: DemoReseller, screen: Screen, all: readonly Stop[] = stops): Visit[] {
  const column = demoResellers.indexOf(theme)
  const row = screens.indexOf(screen)
  return all.flatMap((stop, n) => {
    const turn = (column - n + 4 * all.length) % demoResellers.length
    // One theme on the first screen, the next one on the second; then the other two, where the look is the theme's own.
    const here = OWN_LOOK.has(stop.name) ? turn % screens.length === row : turn === row
    return here ? [{ stop, scheme: (Math.floor(n / demoResellers.length) + row) % 2 === 0 ? 'light' : 'dark' }] : []
  })
}
