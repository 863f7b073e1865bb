import { demoResellers } from '#dev/system/addresses.ts'
import { expect } from './fixtures/test.ts'
import { findBarriers } from './pages/accessibility.ts'
import { SCREENS } from './tour/screens.ts'
import { shareOf } from './tour/share.ts'
import { test, visit } from './tour/tour-test.ts'

/*
 * The share of the accessibility matrix that every run can afford, chosen so that pairs are met: each page on each screen
 * and in light and dark, each theme on each screen in light and dark, and each page whose look is its theme's own in each
 * theme. `npm run matrix` visits all of it, and on a phone that is one, touch and all.
 */

for (const theme of demoResellers) {
  test(`${theme}: pages keep nobody out`, { tag: '@system' }, async ({ guideAt }) => {
    test.setTimeout(900_000)
    const guide = await guideAt(theme)
    for (const { stop, sights } of shareOf(theme)) {
      const missed = await visit(stop, guide, async (page) => {
        for (const { screen, scheme } of sights) {
          await page.setViewportSize(SCREENS[screen].viewport)
          await page.emulateMedia({ colorScheme: scheme })
          await page.evaluate(() => document.fonts.ready)
          expect.soft(await findBarriers(page), `${stop.name}, ${screen}, ${scheme}`).toEqual([])
        }
      })
      expect.soft(missed, stop.name).toBeNull()
    }
  })
}
