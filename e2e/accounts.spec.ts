import { randomUUID } from 'node:crypto'
import type { Request } from '@playwright/test'
import { patient } from './fixtures/patient.ts'
import { firstTier } from './fixtures/show-on-sale.ts'
import { expect, test } from './fixtures/test.ts'
import { untilAwake } from './fixtures/until-awake.ts'
import { wordsOf } from './fixtures/words.ts'
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
  const isStream = (request: Request) => request.url().includes('/realtime/sse')
  const streaming = page.waitForRequest(isStream)
  await page.reload()
  await streaming
  const other = await buyer.goTo('/account')
  await new AccountPages(other).thinksTwiceAboutDeleting()
  tolerate(/40[14]/) // the order is not there any more, and the stream comes back without a cookie, and is told so
  // The tier ends it in the middle of a response, which a browser may call finished or failed.
  const within = { predicate: isStream, timeout: 30_000 } // five seconds are promised, to a machine that is not busy
  const ended = Promise.any([page.waitForEvent('requestfinished', within), page.waitForEvent('requestfailed', within)])
  await new AccountPages(other).signOut()
  await ended

  expect((await buyer.answer(orderPath)).status).toBe(404)
  await other.goto(new URL('/account', other.url()).href)
  await other.waitForURL(({ pathname, search }) => pathname === '/account/sign-in' && search.includes('next='))
})

test('a guest who signs up in the middle of a checkout is back in it in the end', { tag: '@system' }, async ({
  shows,
  buyer,
  mailbox,
}) => {
  test.setTimeout(240_000)
  const person = ada()
  const show = await shows.general()
  const tab = await buyer.opens(show)
  await tab.chooseTickets(firstTier(show), 1)
  const { page } = await tab.reserve()
  const checkoutPath = new URL(page.url()).pathname
  const t = (await wordsOf(page))('account')

  await page
    .getByRole('banner')
    .getByRole('link', { name: t('signIn'), exact: true })
    .click()
  await page.waitForURL(({ searchParams }) => searchParams.get('next') === checkoutPath)
  await page
    .getByRole('main')
    .getByRole('link', { name: t('signUp'), exact: true })
    .click()
  await page.waitForURL(({ pathname }) => pathname === '/account/sign-up')
  await new AccountPages(page).signUp(person)
  await page.close()

  const mailed = await buyer.context.newPage() // as a mail program opens it
  await mailed.goto(await mailbox.linkTo('verify', person.email))
  const account = new AccountPages(mailed)
  await account.verify()
  await mailed
    .getByRole('main')
    .getByRole('link', { name: t('signIn'), exact: true })
    .click()
  await mailed.waitForURL(({ pathname }) => pathname === '/account/sign-in')
  await account.signIn(person)
  await mailed.waitForURL(({ pathname }) => pathname === checkoutPath)
  await expect(mailed.getByRole('timer'), 'the tickets are theirs still').toBeVisible()
})

test('a form says that it is done each time, and claims nothing where no answer came', { tag: '@system' }, async ({
  viewer,
  tolerate,
}) => {
  tolerate(/ERR_FAILED/)
  const page = await viewer.goTo('/account/sign-in')
  await new AccountPages(page).signIn({ email: 'customer@aurora.example', password: 'let me in please' })
  await page.waitForURL(({ pathname }) => pathname === '/account')
  const words = await wordsOf(page)
  const saved = page.getByRole('status').filter({ hasText: words('account')('saved') })
  const save = page.getByRole('button', { name: words('account')('save'), exact: true })
  await untilAwake(page)
  await save.click()
  await expect(saved).toBeVisible()

  await page.route('**/api/account/profile', (route) => route.abort())
  await save.click()
  await patient(page.getByRole('alert').filter({ hasText: words('problem')('unansweredText') })).toBeVisible()
  await expect(saved).toBeHidden()
  await page.unroute('**/api/account/profile')
  await save.click()
  await expect(saved).toBeVisible()
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
    await page.reload() // so that what is read is not what the one before was told
    await untilAwake(page)
    await page.locator('[name="email"]').fill(email)
    await page.locator('[name="password"]').fill('not it at all')
    await submit.click()
    await patient(page.getByRole('alert').filter({ hasText: /\w/ })).toBeVisible()
    told.push(await page.locator('form').getByRole('alert').textContent())
  }
  expect(told[0]).toBe(told[1])
  await page.locator('[name="email"]').fill('customer@aurora.example')
  await page.locator('[name="password"]').fill('let me in please')
  await submit.click()
  await page.waitForURL(({ pathname }) => pathname === '/account')
  expect(new URL(page.url()).hostname).toBe('aurora.localhost')
})
