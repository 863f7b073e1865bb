import type { Page } from '@playwright/test'
import { demoResellers } from '#dev/system/addresses.ts'
import { firstTier, freeSeat } from './fixtures/show-on-sale.ts'
import { expect, test } from './fixtures/test.ts'

/*
 * `npm run screenshots`: every page of every shop, on a phone and on a desk, into test-results/screenshots. For people
 * to look at; `npm test` does not take them.
 */

const SCREENS = {
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1440, height: 900 } },
}

for (const [screen, options] of Object.entries(SCREENS)) {
  test.describe(screen, () => {
    test.use(options)
    for (const shop of demoResellers) {
      test(`${shop}, ${screen}`, { tag: '@screenshots' }, async ({ programmeOf, buyer, sellTicket, tolerate }) => {
        test.setTimeout(180_000)
        tolerate(/404 \(Not Found\)/)
        const shoot = (page: Page, name: string) => take(page, `${shop}-${screen}-${name}`)
        const [hall, show] = [await programmeOf(shop).seated(), await programmeOf(shop).general()]

        const page = await buyer.goTo('/', shop)
        await shoot(page, '1-home')
        await page.goto(new URL('/shows', page.url()).href)
        await shoot(page, '2-shows')

        const inHall = await buyer.opens(hall, { at: shop })
        for (const n of [0, 1]) await inHall.chooseSeat(freeSeat(hall, n))
        await shoot(inHall.page, '3-seated')
        await sellTicket({ show: hall, seats: [freeSeat(hall, 0)], at: shop })
        await expect(inHall.banner).toBeVisible()
        await inHall.seats.first().scrollIntoViewIfNeeded()
        const path = fileOf(`${shop}-${screen}-4-seat-lost-with-banner`)
        await inHall.page.screenshot({ path, animations: 'disabled' })

        const tab = await buyer.opens(show, { at: shop })
        await tab.chooseTickets(firstTier(show), 2)
        await shoot(tab.page, '5-general')
        const checkout = await tab.reserve()
        await shoot(checkout.page, '6-checkout')
        const order = await checkout.pay({ name: 'Sam Shutter', email: 'sam@example.com' })
        await order.untilConfirmed()
        await expect(order.tickets).toHaveCount(2)
        await shoot(order.page, '7-order')

        await page.goto(new URL('/nowhere', page.url()).href)
        await shoot(page, '8-not-found')
      })
    }
  })
}

/** The whole page, with its pictures there and nothing moving. */
async function take(page: Page, name: string): Promise<void> {
  await page.evaluate(async () => {
    for (const image of document.images) image.loading = 'eager'
    await Promise.all([...document.images].map((image) => image.decode().catch(() => {})))
    await document.fonts.ready
  })
  await page.screenshot({ path: fileOf(name), fullPage: true, animations: 'disabled' })
}

const fileOf = (name: string): string => `test-results/screenshots/${name}.png`
