import type { Page } from '@playwright/test'
import { firstTier } from './fixtures/show-on-sale.ts'
import { signInAsStaff } from './fixtures/staff.ts'
import { expect, test } from './fixtures/test.ts'
import { expectAccessible } from './pages/accessibility.ts'

/** Nothing here is about speed: from core over Kafka to a screen takes what it takes on a machine that does much else. */
const patient = expect.configure({ timeout: 45_000 })

const PHONE = { width: 390, height: 844 }

/** A cell of the board by its column, as everybody may read it. */
const cell = (page: Page, title: string, column: string) =>
  page.getByRole('row', { name: new RegExp(title) }).locator(`td[data-label="${column}"]`)

test('a sale is made, and the board shows it without being loaded again', { tag: '@system' }, async ({
  viewer,
  buyer,
  shows,
  sellTicket,
}) => {
  test.setTimeout(180_000)
  const show = await shows.general()
  const title = `The Test ${show.id.slice(5)}`
  const page = await signInAsStaff(viewer, 'viewer', 'aurora')
  await page.getByRole('link', { name: 'Live board' }).click()
  await patient(page.getByRole('status').getByText('Live', { exact: true })).toBeVisible()
  await page.evaluate(() => Object.assign(window, { loadedOnce: true }))
  const soldToday = async () => Number((await page.getByTestId('board-soldToday').textContent())?.replace(/\D/g, ''))
  const before = await soldToday()

  // Luna's sale of the same show is nobody's here.
  await sellTicket({ show, tier: firstTier(show), tickets: 2, at: 'luna' })
  await sellTicket({ show, tier: firstTier(show), tickets: 3, at: 'aurora' })
  await patient(cell(page, title, 'Today')).toHaveText('3')
  await expect(cell(page, title, '60 min')).toHaveText('3')
  await patient(cell(page, title, 'Left')).toHaveText('595')
  expect(await soldToday()).toBeGreaterThanOrEqual(before + 3)

  // Somebody looks at the show: the registry's count, in which the board itself is not.
  await buyer.opens(show, { at: 'aurora' })
  await patient(cell(page, title, 'Looking')).toHaveText('1')
  await expect(page.getByTestId('board-viewers')).not.toHaveText('–')
  expect(await page.evaluate(() => 'loadedOnce' in window)).toBe(true)

  await page.locator('summary').first().click()
  await expect(page.getByRole('table').first().getByRole('row')).toHaveCount(61)
  await expectAccessible(page, 'the board')
  await page.setViewportSize(PHONE)
  await expectAccessible(page, 'the board on a phone')
})
