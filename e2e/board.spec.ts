import type { Page } from '@playwright/test'
import { patient } from './fixtures/patient.ts'
import { firstTier } from './fixtures/show-on-sale.ts'
import { signInAsStaff } from './fixtures/staff.ts'
import { expect, test } from './fixtures/test.ts'
import { expectAccessible } from './pages/accessibility.ts'

const PHONE = { width: 390, height: 844 }

/** Aurora's staff count by days in London. */
const dayAtShop = () => new Date().toLocaleDateString('en-GB', { timeZone: 'Europe/London' })

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
  const before = { day: dayAtShop(), sold: await soldToday() }

  // Luna's sale of the same show is nobody's here.
  await sellTicket({ show, tier: firstTier(show), tickets: 2, at: 'luna' })
  await sellTicket({ show, tier: firstTier(show), tickets: 3, at: 'aurora' })
  await patient(cell(page, title, '60 min')).toHaveText('3')
  await patient(cell(page, title, 'Left')).toHaveText('595')
  // At midnight the count begins anew.
  if (dayAtShop() === before.day) await patient.poll(soldToday).toBeGreaterThanOrEqual(before.sold + 3)

  // Somebody looks at the show: the registry's count, in which the board itself is not.
  await buyer.opens(show, { at: 'aurora' })
  await patient(cell(page, title, 'Looking')).toHaveText('1')
  await patient(page.getByTestId('board-viewers')).not.toHaveText('–')
  expect(await page.evaluate(() => 'loadedOnce' in window)).toBe(true)

  await page.locator('summary').first().click()
  await patient(page.getByRole('table').first().getByRole('row')).toHaveCount(61)
  await expectAccessible(page, 'the board')
  await page.setViewportSize(PHONE)
  await expectAccessible(page, 'the board on a phone')
})
