import type { Page } from '@playwright/test'
import { demoResellers } from '#dev/system/addresses.ts'
import { pictureFile } from '#dev/tour/picture-file.ts'
import { expect } from './fixtures/test.ts'
import { SCREENS, screens } from './tour/screens.ts'
import { stops } from './tour/stops.ts'
import { settled, test, visit } from './tour/tour-test.ts'

/*
 * `npm run screenshots`: every stop of the tour in every theme, on a phone and on a desk, and in the dark where a page has
 * a dark side, into test-results/screenshots. For people to look at; `npm test` does not take them.
 */

for (const screen of screens) {
  test.describe(screen, () => {
    test.use(SCREENS[screen])
    for (const shop of demoResellers) {
      test(`${shop}, ${screen}`, { tag: '@screenshots' }, async ({ guideAt }) => {
        test.setTimeout(20 * 60_000)
        const guide = await guideAt(shop)
        for (const stop of stops) {
          const missed = await visit(stop, guide, async (page) => {
            for (const scheme of stop.twoSided ? (['light', 'dark'] as const) : (['light'] as const)) {
              await page.emulateMedia({ colorScheme: scheme })
              await settled(page)
              // A whole page is drawn at once, and what sticks to the window's edge would lie across it.
              if (!stop.oneScreen) await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }))
              const path = pictureFile({ page: stop.name, theme: shop, width: SCREENS[screen].viewport.width, scheme })
              await layOutAll(page)
              await page.screenshot({ path, fullPage: !stop.oneScreen, animations: 'disabled', scale: 'css' })
            }
          })
          expect.soft(missed, stop.name).toBeNull()
        }
      })
    }
  })
}

/**
 * Rows wait until the window is near, and a picture of a whole page is taken without moving it. Set on each element: the
 * page's policy lets no stylesheet of ours in.
 */
const layOutAll = (page: Page) =>
  page.locator('.below').evaluateAll((rows) => {
    for (const row of rows) if (row instanceof HTMLElement) row.style.contentVisibility = 'visible'
  })
