import { expect, type Page } from '@playwright/test'
import axe, { type AxeResults } from 'axe-core'

/** What our pages promise: WCAG 2.0 to 2.2, levels A and AA. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Nothing on the page, as it is now, keeps anybody out, as far as a machine can tell; and it fits its screen. */
export async function expectAccessible(page: Page, name: string): Promise<void> {
  expect.soft(await findBarriers(page), `${name} is accessible`).toEqual([])
}

/** What keeps somebody out of a page as it is now, one line each; nothing when all is well. */
export async function findBarriers(page: Page): Promise<string[]> {
  const { violations } = await lookWithAxe(page)
  const found = violations.map(({ id, help, nodes }) => {
    const where = nodes.slice(0, 5).map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary}`)
    return [`${id}: ${help}`, ...where].join('\n  ')
  })
  // Not the window's own width: on a phone that grows with a page that is too wide.
  const tooWide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
  return tooWide > 0 ? [...found, `it is ${tooWide} pixels wider than its screen`] : found
}

/**
 * axe in the page itself. Of what is well nothing is written down: a hall has two thousand seats. Its own bridge to Playwright
 * brings itself along again for every look, which takes longer than the look.
 */
async function lookWithAxe(page: Page): Promise<AxeResults> {
  // In frames as well, which it asks by messages: the preview is a page in a page.
  for (const frame of page.frames())
    if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axe.source)
  return await page.evaluate(
    (values) =>
      (window as unknown as { axe: typeof axe }).axe.run(document, {
        resultTypes: ['violations'],
        runOnly: { type: 'tag', values },
      }),
    RULES,
  )
}
