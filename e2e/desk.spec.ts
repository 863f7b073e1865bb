import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { saidOn } from './fixtures/announcements.ts'
import { patient } from './fixtures/patient.ts'
import { firstTier } from './fixtures/show-on-sale.ts'
import { signInAsStaff } from './fixtures/staff.ts'
import { expect, test } from './fixtures/test.ts'
import { untilAwake } from './fixtures/until-awake.ts'
import { Visitor } from './fixtures/visitor.ts'
import { wordsOf } from './fixtures/words.ts'
import { expectAccessible } from './pages/accessibility.ts'
import { AdminPages } from './pages/admin-pages.ts'

test('an order is found by name and by address, opened, and its tickets sent again', { tag: '@system' }, async ({
  shows,
  buyer,
  viewer,
}) => {
  test.setTimeout(180_000)
  const show = await shows.general()
  const order = await buyer.buys(await buyer.opens(show), { tier: firstTier(show), tickets: 2 })
  const orderId = new URL(order.page.url()).pathname.split('/').at(-1)

  const editor = new AdminPages(await signInAsStaff(viewer, 'editor', 'aurora'))
  const { page } = editor
  await editor.open('/admin/orders')
  const t = (await wordsOf(page))('staffOrders')
  const field = page.getByRole('searchbox', { name: t('label') })
  const line = page.getByTestId('found-order').filter({ has: page.locator(`a[href$="/${orderId}"]`) })
  await field.fill('billie buy')
  await patient(line).toContainText('billie@example.com')
  await patient.poll(() => new URL(page.url()).hash).toBe('#q=billie%20buy')
  await expectAccessible(page, 'the orders')
  await field.fill('billie@example.com')
  await patient.poll(() => page.url(), 'an address never stands in an address').toMatch(/\/admin\/orders$/)
  await patient(line).toBeVisible()

  await line.getByRole('link').click()
  await patient(page.getByText(t('did_confirmed'))).toBeVisible()
  await patient(page.getByText(t('mail_confirmed'))).toBeVisible()
  await expectAccessible(page, 'an order')
  await page.getByRole('button', { name: t('sendAgain') }).click()
  await patient(page.getByText(t('sent', { email: 'billie@example.com' }))).toBeVisible()
  await patient(page.getByText(t('mail_again'))).toBeVisible()
  await page.getByRole('link', { name: t('back') }).click()
  await patient(field).toHaveValue('billie@example.com')
  await patient(line).toBeVisible()
})

test('an announcement reaches open pages of its own shop, at once or at its time, and a recall takes it away', {
  tag: '@system',
}, async ({ viewer, rival, newBrowser, deployment }) => {
  test.setTimeout(180_000)
  const shop = await viewer.goTo('/shows', 'aurora')
  const elsewhere = await rival.goTo('/shows', 'kite')
  const shown = (page: Page) => page.getByTestId('announcement')
  const desk = async (at: 'aurora' | 'kite') => {
    const staff = new Visitor(await newBrowser(), deployment, { name: 'Eddie Editor', email: 'eddie@example.com' })
    return new AdminPages(await signInAsStaff(staff, 'editor', at))
  }
  const { page } = await desk('aurora')
  await page.goto(new URL('/admin/announcements', page.url()).href)
  await untilAwake(page)
  // Of this run alone: what an earlier one has said is listed as well.
  const run = randomUUID().slice(0, 4)
  const [offer, opening, kites] = [`Two for one tonight ${run}`, `Doors open ${run}`, `Kites are up ${run}`]
  const t = (await wordsOf(page))('staffAnnouncements')
  const line = (text: string) => page.getByTestId('announcement-line').filter({ hasText: text })

  const dialog = page.getByRole('dialog')
  const text = page.getByRole('textbox', { name: t('text') }).first()
  await text.fill(offer)
  await page.getByLabel(t('href')).fill('//elsewhere.example')
  await page.getByRole('button', { name: t('publish'), exact: true }).click()
  await patient(page.getByText(t('wrong_href'))).toBeVisible()
  await patient(page.getByLabel(t('href'))).toBeFocused()
  await page.getByLabel(t('href')).fill('/shows')
  await expectAccessible(page, 'an announcement being written')

  // A key too early announces nothing: it is asked first, and says what and where to.
  await page.getByLabel(t('href')).press('Enter')
  await patient(dialog).toContainText(offer)
  await expect(dialog).toContainText('/shows')
  await expectAccessible(page, 'an announcement asked about')
  await dialog.getByRole('button', { name: t('askBack') }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByLabel(t('href'))).toBeFocused()
  await expect(line(offer)).toHaveCount(0)

  await page.getByRole('button', { name: t('publish'), exact: true }).click()
  await dialog.getByRole('button', { name: t('publish'), exact: true }).click()
  await patient(shown(shop)).toContainText(offer)
  await patient(line(offer)).toContainText(t('status_live'))

  await line(offer)
    .getByRole('button', { name: t('recall') })
    .click()
  await dialog.getByRole('button', { name: t('recall') }).click()
  await patient(shown(shop)).toBeHidden()
  await patient(line(offer)).toContainText(t('status_recalled'))

  // What has a slip in it is mended, not written anew. What was being written is not lost over that.
  const useAgain = line(offer).getByRole('button', { name: t('reuse') })
  await text.fill('Half a thought')
  await useAgain.click()
  await expect(text).toHaveValue(offer)
  await page.getByRole('button', { name: t('bringBack') }).click()
  await expect(text).toHaveValue('Half a thought')
  await expect(page.getByRole('button', { name: t('bringBack') })).toBeHidden()
  await useAgain.click()
  await expect(text).toBeFocused()
  await expect(text).toHaveValue(offer)
  await expect(page.getByLabel(t('href'))).toHaveValue('/shows')

  // In two seconds; the form's clocks know minutes only.
  await announce(page, { text: opening, startsAt: inSeconds(2), until: inSeconds(300) })
  await patient(shown(shop)).toContainText(opening)
  await patient(line(opening)).toContainText(t('status_live'))

  // What kite says comes after all of aurora's; the page of either has heard nothing but its own shop's in the end.
  const kite = await desk('kite')
  const id = await announce(kite.page, { text: kites, until: inSeconds(300) })
  await patient(shown(elsewhere)).toContainText(kites)
  await expect(shown(shop)).toContainText(opening)
  await line(opening)
    .getByRole('button', { name: t('recall') })
    .click()
  await dialog.getByRole('button', { name: t('recall') }).click()
  await patient(shown(shop)).toBeHidden()
  await kite.page.evaluate((path) => fetch(path, { method: 'DELETE' }), `/api/admin/announcements/${id}`)
  await patient(shown(elsewhere)).toBeHidden()
  const heardAt = async (tab: Page) => (await saidOn(tab, 'announcement')).map(({ text }) => text)
  expect(await heardAt(shop), 'and aurora has heard its own').toEqual([
    expect.stringContaining(offer),
    expect.stringContaining(opening),
  ])
  expect(await heardAt(elsewhere)).toEqual([expect.stringContaining(kites)])
})

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1_000).toISOString()

/** As the form sends it. @returns its id */
async function announce(page: Page, announcement: object): Promise<string> {
  const written = await page.evaluate(async (body) => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }
    const path = '/api/admin/announcements'
    return (await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })).json()
  }, announcement)
  expect(written).toMatchObject({ id: expect.any(String) })
  return written.id
}
