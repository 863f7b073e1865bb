import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { type Finding, matrixFolder } from '#dev/matrix/findings.ts'
import { demoResellers } from '#dev/system/addresses.ts'
import { expect } from './fixtures/test.ts'
import { findBarriers } from './pages/accessibility.ts'
import { SCREENS, screens } from './tour/screens.ts'
import { stops } from './tour/stops.ts'
import { settled, test, visit } from './tour/tour-test.ts'

/* `npm run matrix`: every stop of the tour in every theme, on both screens, in light and dark. */

for (const screen of screens) {
  test.describe(screen, () => {
    test.use(SCREENS[screen])
    for (const theme of demoResellers) {
      test(`${theme}, ${screen}`, { tag: '@matrix' }, async ({ guideAt }) => {
        test.setTimeout(30 * 60_000)
        const guide = await guideAt(theme)
        const findings: Finding[] = []
        for (const { name, ...stop } of stops) {
          const cell = { page: name, theme, screen }
          const missed = await visit({ name, ...stop }, guide, async (page) => {
            await page.emulateMedia({ colorScheme: 'light' })
            await settled(page)
            const coloursInLight = await coloursOf(page)
            const barriers = await findBarriers(page)
            findings.push({ ...cell, scheme: 'light', by: 'axe', barriers })
            await page.emulateMedia({ colorScheme: 'dark' })
            const same = (await coloursOf(page)) === coloursInLight
            findings.push(
              same
                ? { ...cell, scheme: 'dark', by: 'same', barriers }
                : { ...cell, scheme: 'dark', by: 'axe', barriers: await findBarriers(page) },
            )
          })
          if (missed) findings.push({ ...cell, scheme: 'light', by: 'axe', barriers: [missed] })
        }
        mkdirSync(matrixFolder, { recursive: true })
        writeFileSync(join(matrixFolder, `${theme}-${screen}.json`), JSON.stringify(findings))
        expect(findings.filter(({ barriers }) => barriers.length > 0)).toEqual([])
      })
    }
  })
}

/** Every colour that anything on the page is drawn in, in the order of the page. */
const coloursOf = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [...document.querySelectorAll('body, body *')]
      .map((element) => {
        const style = getComputedStyle(element)
        return [style.color, style.backgroundColor, style.borderColor, style.fill, style.stroke].join()
      })
      .join(';'),
  )
