import { demoResellers } from '#dev/system/addresses.ts'
import { expect } from './fixtures/test.ts'
import { findBarriers } from './pages/accessibility.ts'
import { SCREENS, screens } from './tour/screens.ts'
import { shareOf } from './tour/share.ts'
import { settled, test, visit } from './tour/tour-test.ts'

/*
 * The share of the accessibility matrix that every run can afford, chosen so that all pairs are met: each page on each
 * screen and in light and dark, each theme on each screen, and each page whose look is its theme's own in each theme.
 * `npm run matrix` visits all of it.
 */

for (const screen of screens) {
  test.describe(screen, () => {
    test.use(SCREENS[screen])
    for (const theme of demoResellers) {
      test(`${theme}, ${screen}: pages keep nobody out`, { tag: '@system' }, async ({ guideAt }) => {
        test.setTimeout(300_000)
        const guide = await guideAt(theme)
        for (const { stop, scheme } of shareOf(theme, screen)) {
          const missed = await visit(stop, guide, async (page) => {
            await page.emulateMedia({ colorScheme: scheme })
            await settled(page)
            expect.soft(await findBarriers(page), stop.name).toEqual([])
          })
          expect.soft(missed, stop.name).toBeNull()
        }
      })
    }
  })
}
