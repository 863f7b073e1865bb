import { randomUUID } from 'node:crypto'
import type { Request } from '@playwright/test'
import { firstTier } from './fixtures/show-on-sale.ts'
import { expect, test } from './fixtures/test.ts'
import { AccountPages } from './pages/account-pages.ts'

const ada = () => ({
  name: 'Ada',
  email: `ada-${randomUUID().slice(0, 8)}@example.com`,
  password: 'correct horse battery',
})

test('somebody signs up, follows the mailed link, signs in, and signing out in another tab ends their streams', {
  tag: '@system',
}, async ({ shows, buyer, mailbox, tolerate }) => {
  test.setTimeout(240_000)
  const person = ada()
  const show = await shows.general()
  const order = await buyer.buys(await buyer.opens(show), { tier: firstTier(show) })
  const orderPath = new URL(order.page.url()).pathname

  const page = await buyer.goTo('/account/sign-up')
  const account = new AccountPages(page)
  await account.signUp(person)
  const link = await mailbox.linkTo('verify', person.email)
  expect(new URL(link).host).toBe(new URL(page.url()).host)
  await page.goto(link)
  await account.verify()

  await page.goto(new URL(`/account/sign-in?next=${orderPath}`, page.url()).href)
  await account.signIn(person)
  await page.waitForURL(({ pathname }) => pathname === orderPath) // bought as a guest, and the account's since
  await order.page.close()

  // From here on the tab with the order leads, and its stream is the session's.
  await page.reload()
  await page.waitForRequest((request) => request.url().includes('/realtime/sse'))
  const other = await buyer.goTo('/account')
  await new AccountPages(other).thinksTwiceAboutDeleting()
  tolerate(/40[14]/) // the order is not there any more, and the stream comes back without a cookie, and is told so
  // The tier ends it in the middle of a response, which a browser may call finished or failed.
  const isStream = (request: Request) => request.url().includes('/realtime/sse')
  const within = { predicate: isStream, timeout: 10_000 } // five seconds are promised, to a machine that is not busy
  const ended = Promise.any([page.waitForEvent('requestfinished', within), page.waitForEvent('requestfailed', within)])
  await new AccountPages(other).signOut()
  await ended

  expect((await buyer.answer(orderPath)).status).toBe(404)
  await other.goto(new URL('/account', other.url()).href)
  await other.waitForURL(({ pathname, search }) => pathname === '/account/sign-in' && search.includes('next='))
})

test('what is wrong stands beside its field, and nobody learns whether an address is known', {
  tag: '@system',
}, async ({ viewer, tolerate }) => {
  tolerate(/401/)
  const page = await viewer.goTo('/account/sign-in?next=//evil.example')
  const submit = page.locator('main form button[type="submit"]')
  await submit.click()
  await expect(page.locator('[name="email"]')).toBeFocused()
  await expect(page.locator('[name="email"]')).toHaveAttribute('aria-invalid', 'true')
  const told: (string | null)[] = []
  for (const email of ['customer@aurora.example', 'nobody@aurora.example']) {
    await page.locator('[name="email"]').fill(email)
    await page.locator('[name="password"]').fill('not it at all')
    await submit.click()
    await expect(page.getByRole('alert').filter({ hasText: /\w/ })).toBeVisible()
    told.push(await page.locator('form').getByRole('alert').textContent())
  }
  expect(told[0]).toBe(told[1])
  await page.locator('[name="email"]').fill('customer@aurora.example')
  await page.locator('[name="password"]').fill('let me in please')
  await submit.click()
  await page.waitForURL(({ pathname }) => pathname === '/account')
  expect(new URL(page.url()).hostname).toBe('aurora.localhost')
})
