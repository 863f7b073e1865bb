import type { Locator, Page } from '@playwright/test'
import { patient } from './fixtures/patient.ts'
import { firstTier, freeSeat } from './fixtures/show-on-sale.ts'
import { expect, test } from './fixtures/test.ts'
import { wordsOf } from './fixtures/words.ts'

test.describe.configure({ timeout: 180_000 })

test('a guest buys two seats and has two tickets', { tag: '@blackbox' }, async ({ shows, buyer }) => {
  const show = await shows.seated()
  const seats = [freeSeat(show, 0), freeSeat(show, 1)]
  const order = await buyer.buys(await buyer.opens(show), { seats })
  for (const seat of seats) await expect(order.ticketFor(seat)).toHaveCount(1)

  await order.page.reload()
  await expect(order.tickets, 'they are still there after a reload').toHaveCount(2)
})

test('back from an order is to what came before the checkout', { tag: '@blackbox' }, async ({ shows, buyer }) => {
  const show = await shows.general()
  const { page } = await buyer.buys(await buyer.opens(show), { tier: firstTier(show) })
  await page.goBack()
  await expect(page).toHaveURL(new RegExp(`/shows/${show.id}`))
})

test('a whole purchase with nothing but the keyboard', { tag: '@blackbox' }, async ({ shows, buyer }) => {
  const show = await shows.general()
  const tab = await buyer.opens(show)
  const { keyboard } = tab.page
  await tabTo(tab.page, tab.more(firstTier(show)))
  await keyboard.press('Enter')
  await tabTo(tab.page, tab.continue)
  await keyboard.press('Enter')

  const checkout = await tab.untilCheckout()
  await tabTo(checkout.page, checkout.name)
  await keyboard.type('Kim Keys')
  await keyboard.press('Tab')
  await keyboard.type('kim@example.com')
  await tabTo(checkout.page, checkout.payButton)
  await keyboard.press('Enter')

  const order = await checkout.untilOrder()
  await order.untilConfirmed()
  await expect(order.tickets).toHaveCount(1)
})

test('a seat is found with the arrow keys and chosen with the space bar', { tag: '@system' }, async ({
  shows,
  buyer,
}) => {
  const show = await shows.seated({ seats: 24 })
  const tab = await buyer.opens(show)
  const { keyboard } = tab.page
  await tabTo(tab.page, tab.seats)
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown']) await keyboard.press(key)
  await expect(tab.seat('B3')).toBeFocused()
  await keyboard.press('Space')
  await expect(tab.selection).toContainText('B3')
  await tabTo(tab.page, tab.continue)
  await keyboard.press('Enter')
  await tab.untilCheckout()
})

test('an order page that nobody looks at hears of the payment by itself', { tag: '@system' }, async ({
  core,
  shows,
  buyer,
}) => {
  await core.behave({ paymentDelayMs: 3_000 })
  const show = await shows.general()
  const tab = await buyer.opens(show)
  await tab.chooseTickets(firstTier(show), 1)
  const checkout = await tab.reserve()
  await checkout.leaveInTheBackground()

  const order = await checkout.pay({ name: 'Paula Patience', email: 'paula@example.com' })
  await order.untilConfirmed()
})

test('what is missing in the form is said where it is missing', { tag: '@blackbox' }, async ({ shows, buyer }) => {
  const show = await shows.general()
  const tab = await buyer.opens(show)
  await tab.chooseTickets(firstTier(show), 1)
  const checkout = await tab.reserve()

  await checkout.fillIn({ name: '', email: 'kim.example.com' })
  await checkout.payButton.click()

  await expect(checkout.name).toBeFocused()
  await expect(checkout.name).toHaveAccessibleDescription(new RegExp(checkout.texts.nameMissing))
  await expect(checkout.email).toHaveAccessibleDescription(new RegExp(checkout.texts.emailWrong))
})

test('a payment that fails is said, costs nothing, and the seats come back', { tag: '@system' }, async ({
  core,
  shows,
  buyer,
  viewer,
}) => {
  await core.behave({ paymentFailure: 'always' })
  const show = await shows.seated()
  const seat = freeSeat(show, 0)
  const lookingOn = await viewer.opens(show)
  const tab = await buyer.opens(show)
  await tab.chooseSeat(seat)

  const order = await (await tab.reserve()).pay({ name: 'Kim Broke', email: 'kim@example.com' })

  await patient(order.failed).toBeVisible()
  const t = (await wordsOf(order.page))('order')
  await expect(order.page.getByText(t('failedDeclined')), 'with the reason').toBeVisible()
  await patient(lookingOn.seat(seat)).toHaveAttribute('data-status', 'available')
  expect(await lookingOn.announcements(), 'nothing was sold').toEqual([])

  await core.behave({ paymentFailure: 'by-email' })
  await order.chooseAgain.click()
  await tab.untilLive()
  await buyer.buys(tab, { seats: [seat] })
})

test('a buyer whose bank wants to see them is told so, goes there, and has the tickets when they come back', {
  tag: '@system',
}, async ({ shows, buyer }) => {
  const show = await shows.general()
  const [tier] = show.tiers
  const tab = await buyer.opens(show)
  await tab.chooseTickets(tier?.name ?? '', 1)
  const order = await (await tab.reserve()).pay({ name: 'Noa Bank', email: 'noa+bank@example.com' })
  await patient(order.toBank).toBeVisible()
  const { page } = order
  const address = page.url()

  await order.toBank.click()
  await page.getByRole('button', { name: 'Pay' }).click()
  await expect(page.getByRole('status')).toContainText('Paid')
  await page.goto(address)
  await order.untilConfirmed()
  await expect(order.toBank).toHaveCount(0)
  await expect(order.tickets).toHaveCount(1)
})

/** Presses Tab until something has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  const hasFocus = () => target.evaluateAll((all) => all.includes(document.activeElement as HTMLElement))
  for (let presses = 0; presses < 80; presses++) {
    if (await hasFocus()) return
    await page.keyboard.press('Tab')
  }
  throw new Error('eighty times Tab does not lead there')
}
