import type { Page } from '@playwright/test'
import { signInAsStaff } from './fixtures/staff.ts'
import { expect, test } from './fixtures/test.ts'
import { untilAwake } from './fixtures/until-awake.ts'
import { wordsOf } from './fixtures/words.ts'

/**
 * Opens a page again whose scripts are on their way: but for the one that fetches them, they are held back.
 * @returns what lets them come
 */
async function asleep(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  await page.route(/\/_next\/static\/chunks\/(?!begin-)[^/]*\.js/, async (route) => {
    await promise
    await route.continue()
  })
  const begun = page.waitForRequest(/\/_next\/static\/chunks\/(?!begin-)[^/]*\.js/)
  await page.reload({ waitUntil: 'commit' })
  await begun
  return resolve
}

test('tickets that are asked for before the page is awake are in the selection when it is', {
  tag: '@blackbox',
}, async ({ shows, viewer }) => {
  const show = await shows.general()
  const showPage = await viewer.opensQuietly(show)
  const wake = await asleep(showPage.page)
  const tier = show.tiers[0]?.name ?? ''
  await showPage.more(tier).click()
  await expect(showPage.more(tier)).toHaveAttribute('aria-busy', 'true')
  wake()
  await expect(showPage.tier(tier).getByRole('status')).toHaveText('1')
  await expect(showPage.more(tier)).not.toHaveAttribute('aria-busy')
})

test('what is pressed first is there for what is pressed next, before the page is awake as well', {
  tag: '@blackbox',
}, async ({ shows, viewer }) => {
  const show = await shows.seated()
  const { page, seats } = await viewer.opensQuietly(show)
  const t = (await wordsOf(page))('together')
  const wake = await asleep(page)
  const together = page.getByRole('group', { name: t('title') })
  await together.getByRole('button', { name: t('more') }).click()
  await together.getByRole('button', { name: t('pick') }).click()
  wake()
  await expect(seats.and(page.locator('[data-status="chosen"]'))).toHaveCount(3)
})

test('a seat that is chosen before the page is awake is chosen when it is', { tag: '@blackbox' }, async ({
  shows,
  viewer,
}) => {
  const show = await shows.seated()
  const showPage = await viewer.opensQuietly(show)
  const wake = await asleep(showPage.page)
  const [label = ''] = show.seats.map(({ label }) => label)
  await showPage.seat(label).click()
  wake()
  await expect(showPage.seat(label)).toHaveAttribute('data-status', 'chosen')
})

test('a form that is sent before the page is awake says what is missing when it is', { tag: '@blackbox' }, async ({
  viewer,
}) => {
  const page = await viewer.goTo('/account/sign-in')
  const t = (await wordsOf(page))('account')
  const wake = await asleep(page)
  await page.getByLabel(t('email'), { exact: true }).fill('ada@example.com')
  await page.getByLabel(t('password'), { exact: true }).press('Enter')
  wake()
  await expect(page.locator('main [aria-invalid="true"]')).toHaveCount(1)
  await expect(page.getByLabel(t('email'), { exact: true })).toHaveValue('ada@example.com')
})

test('a table that is opened before the page is awake has its rows when it is', { tag: '@system' }, async ({
  viewer,
}) => {
  const page = await signInAsStaff(viewer, 'viewer', 'aurora')
  await page.goto(new URL('/admin/board', page.url()).href)
  const wake = await asleep(page)
  await page.locator('summary').first().click()
  wake()
  await expect(page.locator('details table')).toBeVisible()
})

test('what is typed and chosen before the page is awake is known to it when it is', { tag: '@system' }, async ({
  viewer,
}) => {
  const page = await signInAsStaff(viewer, 'editor', 'aurora')
  await page.goto(new URL('/admin/announcements', page.url()).href)
  const wakeForm = await asleep(page)
  const [text, link] = [page.locator('textarea').first(), page.locator('input[name="href"]')]
  await text.pressSequentially('Doors open at nine')
  await text.press('Home')
  wakeForm()
  await untilAwake(page)
  await expect(page.locator('form').filter({ has: text }), 'in the preview as well').toContainText('Doors open at nine')
  await page.keyboard.type('Late: ')
  await link.fill('/shows')
  await expect(text).toHaveValue('Late: Doors open at nine')

  // Sent at once: with what was typed, so that what is wrong with it is said.
  const wakeSent = await asleep(page)
  const t = (await wordsOf(page))('staffAnnouncements')
  await text.fill('Two for one tonight')
  await link.fill('//elsewhere.example')
  await page.getByRole('button', { name: t('publish'), exact: true }).click()
  wakeSent()
  await expect(page.getByText(t('wrong_href'))).toBeVisible()
  await expect(text).toHaveValue('Two for one tonight')

  await page.goto(new URL('/admin/preview', page.url()).href)
  const wakePreview = await asleep(page)
  const devices = page.locator('input[name="device"]')
  const other = devices.and(page.locator(':not(:checked)')).first()
  const chosen = await other.evaluate((radio: HTMLInputElement) =>
    [...document.querySelectorAll('input[name="device"]')].indexOf(radio),
  )
  const device = () => page.locator('[data-device]').getAttribute('data-device')
  const before = await device()
  await devices.nth(chosen).check()
  wakePreview()
  await untilAwake(page)
  await expect.poll(device).not.toBe(before)
  await expect(devices.nth(chosen)).toBeChecked()
})
