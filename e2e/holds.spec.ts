import { firstTier, freeSeat } from './fixtures/show-on-sale.ts'
import { expect, test } from './fixtures/test.ts'

test('an expired hold gives the seat back, live', { tag: '@system' }, async ({ core, shows, buyer, viewer }) => {
  await core.behave({ holdSeconds: 4 })
  const show = await shows.seated()
  const seat = freeSeat(show, 0)
  const lookingOn = await viewer.opens(show)
  const buying = await buyer.opens(show)
  await buying.chooseSeat(seat)
  const checkout = await buying.reserve()

  await expect(lookingOn.seat(seat)).toHaveAttribute('data-status', 'held')
  await expect(lookingOn.seat(seat)).toHaveAttribute('data-status', 'available')

  await expect(checkout.lost, 'the buyer is told, too').toBeVisible()
  await checkout.chooseAgain.click()
  await expect(buying.seat(seat)).toHaveAttribute('data-status', 'available')
})

test('a reload keeps the hold, and two tabs count down alike', { tag: '@blackbox' }, async ({ shows, buyer }) => {
  const show = await shows.general()
  const tab = await buyer.opens(show)
  await tab.chooseTickets(firstTier(show), 2)
  const checkout = await tab.reserve()
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
  const tab = await buyer.opens(show)
  await tab.chooseTickets(firstTier(show), 1)
  const checkout = await tab.reserve()
  const other = await buyer.opensCheckoutAt(checkout.page.url())
  await expect(other.warning, 'less than a minute is a warning').toBeVisible()

  await core.behave({ holdSeconds: 600 })
  await checkout.moreTime.click()

  await expect.poll(() => other.secondsLeft()).toBeGreaterThan(500)
  await expect(other.warning).toBeHidden()
})

test('another tab of the show leads back to the tickets that wait', { tag: '@blackbox' }, async ({ shows, buyer }) => {
  const show = await shows.general()
  const tab = await buyer.opens(show)
  await tab.chooseTickets(firstTier(show), 1)
  const checkout = await tab.reserve()

  const again = await buyer.opens(show)
  await again.backToHold.click()
  await expect(again.page).toHaveURL(checkout.page.url())
})
