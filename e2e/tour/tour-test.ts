import type { Page } from '@playwright/test'
import type { DemoReseller } from '#dev/system/addresses.ts'
import { readSystem } from '#dev/test/system.ts'
import { test as base } from '../fixtures/test.ts'
import { Guide } from './guide.ts'
import type { Stop } from './stop.ts'

/** What a tour causes on the console by going where nothing is, and by bending core: #441 is a page that the server could not render. */
const EXPECTED = [/4(?:0[01349]|10|22) \(/, /50[03] \(/, /Minified React error #441/]

/** A stop takes a few seconds, on a machine that does much else a minute; one that hangs must not take the others' time. */
const STOP_LIMIT_MS = 180_000

/** Core's stand-in draws a poster when it is first asked for in a width: a page is the same without the last of them. */
const PICTURES_LIMIT_MS = 20_000

export const test = base.extend<{ guideAt: (shop: DemoReseller) => Promise<Guide> }>({
  guideAt: async ({ core, brands, newBrowser, tolerate }, use) => {
    tolerate(...EXPECTED)
    await use((shop) => Guide.at(shop, { system: readSystem(), core, brands, newBrowser }))
  },
})

/** Opens a stop, has it looked at, and closes it. What goes wrong on the way is what it answers, not what it throws. */
export async function visit(stop: Stop, guide: Guide, look: (page: Page) => Promise<void>): Promise<string | null> {
  let page: Page | null = null
  const { promise: late, reject } = Promise.withResolvers<never>()
  const limit = setTimeout(() => reject(new Error('it took too long')), STOP_LIMIT_MS)
  try {
    await Promise.race([
      late,
      (async () => {
        page = await stop.open(guide)
        // A page of what is not there is made by its scripts, and empty before.
        await page.locator('main').first().waitFor()
        await look(page)
      })(),
    ])
    return null
  } catch (error) {
    return `${stop.name} could not be visited: ${error instanceof Error ? error.message : String(error)}`
  } finally {
    clearTimeout(limit)
    await (page as Page | null)?.close()
  }
}

/** A page with its fonts there, and its pictures, if they come in time. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('load', { timeout: PICTURES_LIMIT_MS }).catch(() => {})
  await page.evaluate(async (limitMs) => {
    for (const image of document.images) image.loading = 'eager'
    const pictures = Promise.all([...document.images].map((image) => image.decode().catch(() => {})))
    await Promise.race([pictures, new Promise((late) => setTimeout(late, limitMs))])
    await document.fonts.ready
  }, PICTURES_LIMIT_MS)
}
