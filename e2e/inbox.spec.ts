import type { BrowserContext, Page } from '@playwright/test'
import { patient } from './fixtures/patient.ts'
import { firstTier } from './fixtures/show-on-sale.ts'
import { expect, test } from './fixtures/test.ts'
import { wordsOf } from './fixtures/words.ts'
import { expectAccessible } from './pages/accessibility.ts'

const unread = (page: Page) => page.getByTestId('unread')

/** The same person on a second device, as far as the shop can tell: same cookies, nothing else in common. */
async function secondDevice(from: BrowserContext, to: BrowserContext, home: string): Promise<Page> {
  await to.addCookies(await from.cookies())
  const page = await to.newPage()
  await page.addInitScript(() => localStorage.setItem('marquee inbox', 'yes'))
  await page.goto(home)
  return page
}

/** A page asks this often before it says that something failed. */
const TRIES = 3

test('a buyer is told of the order on every device, by mail too, and reading it on one is reading it on all', {
  tag: '@system',
}, async ({ shows, buyer, newBrowser, deployment, tolerate }) => {
  test.setTimeout(180_000)
  const show = await shows.general()
  const tab = await buyer.opens(show)
  const title = (await tab.page.getByRole('heading', { level: 1 }).textContent())?.trim() ?? ''
  const order = await buyer.buys(tab, { tier: firstTier(show) })
  await patient(unread(order.page), 'told live, on the page that is open').toHaveText('1')

  const other = await secondDevice(buyer.context, await newBrowser(), buyer.home)
  await patient(unread(other)).toHaveText('1')

  const inbox = (await wordsOf(order.page))('inbox')
  const bell = (await wordsOf(order.page))('bell')
  await order.page.getByRole('link', { name: bell('label') }).click()
  await expect(order.page.getByRole('heading', { level: 1, name: inbox('title') })).toBeVisible()
  const entry = order.page.getByRole('listitem').getByRole('link', { name: title })
  await patient(entry).toBeVisible()
  await expectAccessible(order.page, 'the inbox')
  const markAll = order.page.getByRole('button', { name: inbox('markRead') })
  tolerate(/Failed to load resource.*503/)
  await order.page.route('**/api/inbox/read', (route) => route.fulfill({ status: 503, body: '' }), { times: TRIES })
  await markAll.click()
  await patient(order.page.getByRole('alert').filter({ hasText: inbox('markFailed') })).toBeVisible()
  await expect(unread(order.page), 'nothing was read').toHaveText('1')
  await markAll.click()
  await patient(unread(order.page)).toBeHidden()
  await expect(order.page.getByText(inbox('markFailed'))).toBeHidden()
  await patient(unread(other), 'the other device hears of it').toBeHidden()

  await entry.click()
  await expect(order.page).toHaveURL(/\/orders\//)

  const mails = async () => {
    const answer = await fetch(`${deployment.system?.mail}/messages?to=billie@example.com`)
    const { items } = (await answer.json()) as { items: { subject: string; text: string }[] }
    return items.filter(({ subject }) => subject.includes(title))
  }
  await patient.poll(async () => (await mails()).length, 'the mail was sent').toBe(1)
  expect((await mails())[0]?.text).toContain(new URL(order.page.url()).origin)
})

test('a visitor who never bought has a silent bell and an inbox that says so', { tag: '@blackbox' }, async ({
  viewer,
}) => {
  const page = await viewer.goTo('/inbox')
  const inbox = (await wordsOf(page))('inbox')
  await expect(page.getByText(inbox('empty'))).toBeVisible()
  await expect(unread(page)).toBeHidden()
  expect(await viewer.context.cookies(), 'nobody is given a cookie for looking').toEqual([])
})
