import { demoResellers } from '#dev/system/addresses.ts'
import { expect } from './fixtures/test.ts'
import { findBarriers } from './pages/accessibility.ts'
import type { Guide } from './tour/guide.ts'
import { SCREENS } from './tour/screens.ts'
import { shareOf, type Visit } from './tour/share.ts'
import { test, visit } from './tour/tour-test.ts'

/*
 * The share of the accessibility matrix that every run can afford, chosen so that pairs are met: each page on each screen
 * and in light and dark, each theme on each screen in light and dark, and each page whose look is its theme's own in each
 * theme. `npm run matrix` visits all of it, and on a phone that is one, touch and all.
 */

interface Turn extends Visit {
  readonly guide: Guide
}

/** The visits of several shops, one of each after the other. */
function inTurns(guides: readonly Guide[]): Turn[] {
  const shares = guides.map((guide) => shareOf(guide.shop).map((visit) => ({ guide, ...visit })))
  const longest = Math.max(...shares.map(({ length }) => length))
  return Array.from({ length: longest }, (_, n) => shares.flatMap((share) => share[n] ?? [])).flat()
}

for (const themes of [demoResellers.slice(0, 2), demoResellers.slice(2)]) {
  test(`${themes.join(' and ')}: pages keep nobody out`, { tag: '@system' }, async ({ guideAt }) => {
    test.setTimeout(1_200_000)
    const guides: Guide[] = []
    for (const theme of themes) guides.push(await guideAt(theme))
    // Looking takes the browser's time and opening the shop's: while a page is looked at, the other shop's next is opened,
    // but not while core has to fail for it, which is everybody's.
    let before: Promise<void> = Promise.resolve()
    for (const { guide, stop, sights } of inTurns(guides)) {
      if (stop.bendsCore) await before
      const { promise: isOpen, resolve: opened } = Promise.withResolvers<void>()
      const visited = visit(stop, guide, async (page) => {
        opened()
        for (const { screen, scheme } of sights) {
          await page.setViewportSize(SCREENS[screen].viewport)
          await page.emulateMedia({ colorScheme: scheme })
          await page.evaluate(() => document.fonts.ready)
          expect.soft(await findBarriers(page), `${guide.shop}, ${stop.name}, ${screen}, ${scheme}`).toEqual([])
        }
      })
      await Promise.race([isOpen, visited])
      await before
      before = visited.then((missed) => expect.soft(missed, `${guide.shop}, ${stop.name}`).toBeNull())
    }
    await before
  })
}
