import { patient } from './fixtures/patient.ts'
import { freeSeat } from './fixtures/show-on-sale.ts'
import { expect, test } from './fixtures/test.ts'
import { wordsOf } from './fixtures/words.ts'

/** A page that is led somewhere is there sooner. */
const LED_AWAY_MS = 2_000

test('a page that is made anew while core is away keeps what was chosen, and once more when core is back', {
  tag: '@system',
}, async ({ core, shows, viewer, tolerate }) => {
  test.setTimeout(180_000)
  tolerate(/50[0234] \(/)
  const show = await shows.seated()
  const seat = freeSeat(show, 0)
  const tab = await viewer.opens(show)
  const old = tab.page.getByText(/box office is not answering right now/)
  await tab.chooseSeat(seat)

  await core.changeShow(show.id, { title: 'The Test, away' })
  await core.behave({ errorRate: 1 })
  await patient(old, 'the page is made anew of what was known').toBeVisible()
  await expect(tab.seat(seat)).toHaveAttribute('data-status', 'chosen')

  await core.behave({ errorRate: 0 })
  await core.changeShow(show.id, { title: 'The Test, back' })
  await patient(tab.page.getByRole('heading', { level: 1 })).toContainText('back')
  await expect(old).toBeHidden()
  await expect(tab.seat(seat)).toHaveAttribute('data-status', 'chosen')
  await tab.reserve()
})

test('tickets that are back for a moment do not take the waitlist from under whoever types', {
  tag: '@system',
}, async ({ core, shows, viewer }) => {
  const show = await shows.general()
  await core.behave({ soldOut: [show.id] })
  const tab = await viewer.opens(show)
  const t = (await wordsOf(tab.page))('waitlist')
  const address = tab.page.getByLabel(t('email'))
  await patient(tab.page.getByText(t('open'))).toBeVisible()
  await tab.page.getByText(t('open')).click()
  await address.pressSequentially('somebody@exam')

  await core.behave({ soldOut: [] })
  await patient(tab.page.getByText(t('available')), 'it is said').toBeVisible()
  await expect(address).toBeFocused()
  await address.pressSequentially('ple.com')

  await core.behave({ soldOut: [show.id] })
  await patient(tab.page.getByText(t('available'))).toBeHidden()
  await expect(address).toBeFocused()
  await expect(address).toHaveValue('somebody@example.com')
})

test('whoever leaves while seats are being reserved is not led back, and finds them where they were chosen', {
  tag: '@blackbox',
}, async ({ shows, viewer }) => {
  const show = await shows.seated()
  const tab = await viewer.opens(show)
  const { page } = tab
  const left = Promise.withResolvers<void>()
  await page.route('**/api/holds', async (route) => {
    await left.promise
    await route.continue()
  })
  await tab.chooseSeat(freeSeat(show, 0))
  await tab.continue.click()
  await page.getByRole('contentinfo').locator('a[href="/shows"]').first().click()
  await expect(page).toHaveURL(/\/shows$/)

  const answer = page.waitForResponse('**/api/holds')
  left.resolve()
  expect((await answer).status()).toBe(201)
  // Nothing comes after it but the way to the checkout, if that is what the page does.
  await page.waitForTimeout(LED_AWAY_MS)
  await expect(page).toHaveURL(/\/shows$/)
  await page.goBack()
  await patient(tab.backToHold).toBeVisible()
})

test('a line of the choice that is removed by the keyboard leaves it beside the others', { tag: '@blackbox' }, async ({
  shows,
  viewer,
}) => {
  const show = await shows.seated()
  const tab = await viewer.opens(show)
  await tab.chooseSeat(freeSeat(show, 0))
  await tab.chooseSeat(freeSeat(show, 1))
  await tab.selection.getByRole('listitem').first().getByRole('button').press('Enter')
  await expect(tab.seat(freeSeat(show, 0))).not.toHaveAttribute('data-status', 'chosen')
  await expect(tab.selection).toBeFocused()
})
