import { DEMO_PASSWORD, demoEmail } from '#dev/demo/demo-accounts.ts'
import { demoResellers } from '#dev/system/addresses.ts'
import { firstTier, freeSeat } from './fixtures/show-on-sale.ts'
import { test } from './fixtures/test.ts'
import { expectAccessible } from './pages/accessibility.ts'
import { AccountPages } from './pages/account-pages.ts'

/** A usual phone. */
const PHONE = { width: 390, height: 844 }

test.use({ viewport: PHONE, hasTouch: true, isMobile: true })

for (const shop of demoResellers) {
  test(`${shop} on a phone: every page is accessible`, { tag: '@system' }, async ({
    programmeOf,
    buyer,
    sellTicket,
  }) => {
    test.setTimeout(180_000)
    const programme = programmeOf(shop)
    const home = await buyer.goTo('/', shop)
    await expectAccessible(home, 'home')
    await home.goto(new URL('/shows', home.url()).href)
    await expectAccessible(home, 'the list of shows')

    for (const path of [
      'sign-in',
      'sign-up',
      'forgot',
      'reset?token=unknown-token',
      'verify?token=unknown-token',
      'goodbye',
    ]) {
      await home.goto(new URL(`/account/${path}`, home.url()).href)
      await expectAccessible(home, `the account page ${path}`)
    }
    await home.goto(new URL('/account/sign-in', home.url()).href)
    await home.locator('main form button[type="submit"]').click()
    await expectAccessible(home, 'the sign-in with faults in the form')
    await new AccountPages(home).signIn({ email: demoEmail('owner', shop), password: DEMO_PASSWORD })
    await home.waitForURL(({ pathname }) => pathname === '/account')
    await expectAccessible(home, 'the account')

    const hall = await programme.seated()
    const inHall = await buyer.opens(hall, { at: shop })
    await inHall.showAsList()
    await expectAccessible(inHall.page, 'a seated show as a list')
    await inHall.showAsMap()
    for (const n of [0, 1]) await inHall.chooseSeat(freeSeat(hall, n))
    await sellTicket({ show: hall, seats: [freeSeat(hall, 0)], at: shop })
    await inHall.keepBanner()
    await expectAccessible(inHall.page, 'a seated show with one seat chosen, one lost, and a banner')

    const show = await programme.general()
    const tab = await buyer.opens(show, { at: shop })
    await tab.chooseTickets(firstTier(show), 1)
    await expectAccessible(tab.page, 'a show of general admission')

    const checkout = await tab.reserve()
    await expectAccessible(checkout.page, 'the checkout')
    await checkout.fillIn({ name: '', email: '' }) // an account fills in its own
    await checkout.payButton.click()
    await expectAccessible(checkout.page, 'the checkout with faults in the form')

    const order = await checkout.pay({ name: 'Ada Axe', email: 'ada@example.com' })
    await order.untilConfirmed()
    await expectAccessible(order.page, 'the order with its ticket')
    for (const path of ['/orders', '/orders/find']) {
      await order.page.goto(new URL(path, order.page.url()).href)
      await expectAccessible(order.page, path)
    }
  })
}
