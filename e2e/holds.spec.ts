import { patient } from './fixtures/patient.ts'
import { freeSeat } from './fixtures/show-on-sale.ts'
import { expect, test } from './fixtures/test.ts'
import { untilAwake } from './fixtures/until-awake.ts'
import { wordsOf } from './fixtures/words.ts'

test.describe.configure({ timeout: 180_000 })

test('an expired hold gives the seat back, live', { tag: '@system' }, async ({ core, shows, buyer, viewer }) => {
  await core.behave({ holdSeconds: 10 })
  const show = await shows.seated()
  const seat = freeSeat(show, 0)
  const lookingOn = await viewer.opens(show)
  const buying = await buyer.opens(show)
  await buying.chooseSeat(seat)
  // Looked for from before it is reserved: it may be over by the time that the checkout is there.
  const held = patient(lookingOn.seat(seat)).toHaveAttribute('data-status', 'held')
  const [checkout] = await Promise.all([buying.reserve(), held])
  await patient(lookingOn.seat(seat)).toHaveAttribute('data-status', 'available')

  await patient(checkout.lost, 'the buyer is told, too').toBeVisible()
  await checkout.chooseAgain.click()
  await patient(buying.seat(seat)).toHaveAttribute('data-status', 'available')
})

test('a reload keeps the hold, and two tabs count down alike', { tag: '@blackbox' }, async ({ shows, buyer }) => {
  const show = await shows.general()
  const checkout = await buyer.reservesOf(show, 2)
  const before = await checkout.secondsLeft()

  await checkout.page.reload()
  const after = await checkout.secondsLeft()
  expect(after).toBeLessThanOrEqual(before)
  expect(after).toBeGreaterThan(before - 20)

  const other = await buyer.opensCheckoutAt(checkout.page.url())
  const [here, there] = await Promise.all([checkout.runsOutAt(), other.runsOutAt()])
  expect(Math.abs(here - there), 'what a tab shows is up to a second old, and a busy machine draws late').toBeLessThan(
    2_500,
  )
})

test('more time in one tab is more time in the other', { tag: '@system' }, async ({ core, shows, buyer }) => {
  await core.behave({ holdSeconds: 50 })
  const show = await shows.general()
  const checkout = await buyer.reservesOf(show)
  const other = await buyer.opensCheckoutAt(checkout.page.url())
  await expect(other.warning, 'less than a minute is a warning').toBeVisible()

  await core.behave({ holdSeconds: 600 })
  await checkout.moreTime.click()

  await patient.poll(() => other.secondsLeft()).toBeGreaterThan(500)
  await expect(other.warning).toBeHidden()
})

test('another tab of the show leads back to the tickets that wait', { tag: '@blackbox' }, async ({ shows, buyer }) => {
  const show = await shows.general()
  const checkout = await buyer.reservesOf(show)

  const again = await buyer.opens(show)
  await again.backToHold.click()
  await expect(again.page).toHaveURL(checkout.page.url())
})

test('time that runs out while an order is asked about is not told as lost, and the order is found', {
  tag: '@system',
}, async ({ core, shows, buyer, tolerate }) => {
  tolerate(/503 \(/)
  const show = await shows.general()
  const checkout = await buyer.reservesOf(show)
  await checkout.fillIn({ name: 'Ada', email: 'ada@example.com' })

  // Whoever looks at the hold after the order has been asked for is told that its time is over.
  const address = checkout.page.url().replace('/checkout/', '/api/holds/')
  const hold = await checkout.page.evaluate(async (url) => (await fetch(url)).json(), address)
  await checkout.page.route(address, (route) => route.fulfill({ json: { ...hold, status: 'expired' } }))
  await core.behave({ lostAnswerRate: 1 })
  await checkout.payButton.click()
  await expect(checkout.asking, 'core has the order in time, and nobody knows').toBeVisible({ timeout: 30_000 })
  await patient(checkout.noAnswer).toBeVisible()
  await expect(checkout.lost).toBeHidden()
  await expect(checkout.name, 'and nothing has to be typed again').toHaveValue('Ada')

  await core.behave({ lostAnswerRate: 0 })
  await checkout.payButton.click()
  await checkout.untilOrder()
})

test('asking for more time and giving back say when they fail, and a no leads back to where one was', {
  tag: '@blackbox',
}, async ({ shows, buyer, tolerate }) => {
  tolerate(/net::ERR_/)
  const show = await shows.general()
  const checkout = await buyer.reservesOf(show)
  const { page } = checkout

  await page.route('**/api/holds/*/extend', (route) => route.abort())
  await checkout.moreTime.click()
  await patient(checkout.notDone).toBeVisible()
  await page.unroute('**/api/holds/*/extend')
  const extended = page.waitForResponse('**/api/holds/*/extend')
  await checkout.moreTime.click()
  expect((await extended).status()).toBeLessThan(300)
  await expect(checkout.notDone).toBeHidden()

  await page.route('**/api/holds/*', (route) =>
    route.request().method() === 'DELETE' ? route.abort() : route.continue(),
  )
  await checkout.release.press('Enter')
  await expect(checkout.releaseNo, 'Enter twice gives nothing back').toBeFocused()
  await checkout.releaseYes.click()
  await patient(checkout.notDone).toBeVisible()
  await checkout.releaseNo.press('Enter')
  await expect(checkout.release).toBeFocused()
  await expect(checkout.countdown).toBeVisible()
})

test('tickets of an order that nobody answered are not given back, in no tab, and not told as if they were', {
  tag: '@system',
}, async ({ core, shows, buyer, tolerate }) => {
  tolerate(/503 \(/, /410 \(/)
  const show = await shows.general()
  const checkout = await buyer.reservesOf(show)
  const { page } = checkout
  const t = (await wordsOf(page))('hold')
  await checkout.fillIn({ name: 'Ada', email: 'ada@example.com' })
  await core.behave({ lostAnswerRate: 1 })
  await checkout.payButton.click()
  await patient(checkout.noAnswer).toBeVisible()
  await expect(checkout.release).toBeHidden()
  await core.behave({ lostAnswerRate: 0 })

  const other = await buyer.opensCheckoutAt(page.url())
  await expect(other.page.getByText(t('askedTitle')), 'another tab knows as well').toBeVisible()
  await expect(other.release).toBeHidden()

  // As in a browser that keeps nothing.
  await other.page.evaluate(() => localStorage.clear())
  await other.page.reload()
  await untilAwake(other.page)
  await other.release.click()
  await other.releaseYes.click()
  const notGiven = other.page.getByText(t('askedTitle'))
  await patient(notGiven, 'core says that they are an order').toBeVisible()
  await expect(other.page.locator(':focus')).toContainText(t('askedTitle'))
  await expect(other.page.getByText(t('releasedTitle'))).toBeHidden()
  await other.page.reload()
  await expect(notGiven, 'it is not forgotten').toBeVisible()

  await checkout.payButton.click()
  await checkout.untilOrder()
})

test('without a network nothing is sent, it is said, and nothing is sent later by itself', {
  tag: '@blackbox',
}, async ({ shows, buyer, tolerate }) => {
  tolerate(/net::ERR_/, /Failed to fetch/)
  const show = await shows.general()
  const checkout = await buyer.reservesOf(show)
  const { page } = checkout
  const words = await wordsOf(page)
  const offline = page.getByText(words('checkout')('offlineTitle'), { exact: true })
  await checkout.fillIn({ name: 'Olive Offline', email: 'olive@example.com' })
  const orders: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/orders')) orders.push(request.url())
  })

  await page.context().setOffline(true)
  await checkout.payButton.click()
  await expect(offline).toBeVisible()
  await expect(checkout.release, 'nobody has to wonder about an order').toBeVisible()
  await checkout.moreTime.click()
  await expect(page.getByText(words('hold')('offline'))).toBeVisible()

  const before = orders.length
  const askedAgain = page.waitForResponse(/\/api\/holds\/[^/]+$/)
  await page.context().setOffline(false)
  await askedAgain
  await expect(offline).toBeVisible()
  expect(orders.length, 'only who presses orders').toBe(before)
  await checkout.payButton.click()
  await checkout.untilOrder()
})

test('a browser that lost its cookies is told that, and not to try again', { tag: '@blackbox' }, async ({
  shows,
  buyer,
  tolerate,
}) => {
  tolerate(/404 \(/)
  const show = await shows.general()
  const checkout = await buyer.reservesOf(show)
  const { page } = checkout
  const t = (await wordsOf(page))('hold')
  await page.context().clearCookies()

  await checkout.moreTime.click()
  await expect(page.getByText(t('goneTitle')), 'more time').toHaveCount(1)
  await expect(page.getByText(t('noExtensions'))).toBeHidden()
  await checkout.fillIn({ name: 'Ada', email: 'ada@example.com' })
  await checkout.payButton.click()
  await expect(page.getByText(t('goneTitle')), 'and the order').toHaveCount(2)
  const orders = page.getByRole('main').getByRole('link', { name: t('unansweredLink'), exact: true })
  await expect(orders.last()).toHaveAttribute('href', /\/orders$/)
})

test('the last extension takes its button along, and leaves the keyboard where it was', { tag: '@blackbox' }, async ({
  shows,
  buyer,
}) => {
  const show = await shows.general()
  const checkout = await buyer.reservesOf(show)
  const { page } = checkout
  const t = (await wordsOf(page))('hold')
  for (let left = 1; left > 0; ) {
    const extended = page.waitForResponse((response) => response.url().endsWith('/extend'))
    await checkout.moreTime.press('Enter')
    left = (await (await extended).json()).extensionsLeft
  }
  await expect(checkout.moreTime).toHaveCount(0)
  await expect(page.getByRole('region', { name: t('timeLeft') })).toBeFocused()
})
