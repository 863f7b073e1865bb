import type { Page } from '@playwright/test'
import { patient } from './fixtures/patient.ts'
import { firstTier } from './fixtures/show-on-sale.ts'
import { expect, test } from './fixtures/test.ts'
import { wordsOf } from './fixtures/words.ts'

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1_000).toISOString()

/** What search engines are told is for sale. */
const offersOf = (page: Page) =>
  page
    .locator('script[type="application/ld+json"]')
    .evaluateAll((scripts) => scripts.filter((script) => script.textContent?.includes('"offers"')).length)

test('a page that is open when the show begins stops offering tickets, and so does one that is opened later', {
  tag: '@system',
}, async ({ shows, viewer, rival, core }) => {
  test.setTimeout(240_000)
  const show = await shows.general()
  const tab = await viewer.opens(show)
  const { page } = tab
  const t = (await wordsOf(page))('show')
  const deal = page.locator('a[href="#tickets"]')
  await tab.chooseTickets(firstTier(show), 1)
  await expect(deal).toBeVisible()
  await expect.poll(() => offersOf(page)).toBe(1)

  // Far enough ahead that the page has heard of it by then, and still sells.
  await core.changeShow(show.id, { startsAt: inSeconds(12) })
  await expect(page.getByText(t('begunTitle'))).toBeVisible({ timeout: 60_000 })
  await expect(tab.more(firstTier(show))).toHaveCount(0)
  await expect(tab.continue).toHaveCount(0)
  await patient(deal, 'the page is made anew').toHaveCount(0)

  const late = await rival.goTo(`/shows/${show.id}`)
  await patient(late.getByText(t('begunTitle'))).toBeVisible()
  await expect(late.locator('[data-tier]')).toHaveCount(0)
  await expect(late.locator('a[href="#tickets"]')).toHaveCount(0)
  expect(await offersOf(late)).toBe(0)
})

test('a browser whose clock is a day ahead is not told that tonight’s show has begun', { tag: '@system' }, async ({
  shows,
  viewer,
  core,
}) => {
  const show = await shows.general()
  await core.changeShow(show.id, { startsAt: inSeconds(3_600) })
  await viewer.context.addInitScript(() => {
    const { now } = Date
    Date.now = () => now() + 86_400_000
  })
  try {
    const tab = await viewer.opensQuietly(show)
    await tab.chooseTickets(firstTier(show), 1)
    await expect(tab.continue).toBeEnabled()
  } finally {
    // It would be the first of the programme for all tests after this one.
    await core.changeShow(show.id, { startsAt: inSeconds(90 * 86_400) })
  }
})

test('whoever is refused because the show was cancelled a moment ago is not told that sales have not begun', {
  tag: '@system',
}, async ({ shows, buyer, core, tolerate }) => {
  test.setTimeout(180_000)
  tolerate(/403 \(Forbidden\)/, /realtime/, /ERR_FAILED/)
  const show = await shows.general()
  // Nothing live reaches this page, so that it goes on offering what is off.
  await buyer.context.route('**/realtime/**', (route) => route.abort())
  const tab = await buyer.opensQuietly(show)
  const words = await wordsOf(tab.page)
  await tab.chooseTickets(firstTier(show), 1)
  await core.changeShow(show.id, { status: 'cancelled' })
  await tab.continue.click()
  const refusal = tab.page.getByText(words('selection')('failedNotOnSale'))
  const cancelled = tab.page.getByText(words('show')('cancelledTitle'))
  await patient(refusal.or(cancelled).first()).toBeVisible()
  await patient(cancelled, 'the page is made anew, and says why').toBeVisible()
})
