import { randomUUID } from 'node:crypto'
import type { Request } from '@playwright/test'
import { DEMO_PASSWORD, demoEmail } from '#dev/demo/demo-accounts.ts'
import { readSystem } from '#dev/test/system.ts'
import { Caller, type Following } from './fixtures/caller.ts'
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

/** What is promised from the answer to a sign-out on (P17), and not a wait for a busy machine. */
const RIGHTS_END = expect.configure({ timeout: 5_000 })

test('signing out in one place closes the streams of that session everywhere within five seconds, and no other session’s', {
  tag: '@system',
}, async () => {
  const here = await signedIn('kite', 'customer')
  const otherDevice = here.with(here.cookies)
  const otherSession = await signedIn('kite', 'customer')
  const streams = [await followed(here, 'private.order'), await followed(otherDevice, 'private.order,private.inbox')]
  const untouched = await followed(otherSession, 'private.order')
  expect(await answersTo(otherDevice, streams[1])).toBe(200)

  expect((await here.post('/api/account/sign-out')).status).toBe(204)
  for (const stream of streams) await RIGHTS_END.poll(() => stream.ended).toBe(true)

  // The same look at a stream that nobody ended finds it open, so it would have found these.
  expect(await answersTo(otherSession, untouched)).toBe(200)
  expect(untouched.ended).toBe(false)
  expect(await answersTo(otherDevice, streams[1]), 'gone for the tier, too').toBe(404)
  expect(await otherDevice.follow('private.order'), 'with the cookie that has nine minutes left').toBeNull()
  untouched.end()
})

test('staff who are removed lose the streams of staff within five seconds', { tag: '@system' }, async () => {
  const owner = await signedIn('kite', 'owner')
  const removed = await signedIn('kite', 'viewer')
  const listed = new RegExp(`"accountId":"([\\w-]+)"[^}]*"${demoEmail('viewer', 'kite')}"`)
  const [, accountId] = listed.exec((await owner.get('/admin')).body.replaceAll('\\"', '"')) ?? []
  expect(accountId, 'among the staff').toBeDefined()
  const stream = await followed(removed, 'staff.config')
  const stays = await followed(owner, 'staff.config')
  try {
    expect((await owner.post(`/api/admin/staff/${accountId}`, { role: null })).status).toBe(204)
    await RIGHTS_END.poll(() => stream.ended).toBe(true)
    expect(await removed.follow('staff.config')).toBeNull()
    expect(await answersTo(owner, stays), 'who stays goes on').toBe(200)
    expect(stays.ended).toBe(false)
  } finally {
    const again = { email: demoEmail('viewer', 'kite'), role: 'viewer' }
    expect((await owner.post('/api/admin/staff', again)).status).toBe(204)
    stays.end()
  }
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

/** One of a demo shop's people, as a program, with the cookie for streams. */
async function signedIn(shop: 'kite', mailbox: string): Promise<Caller> {
  const system = readSystem()
  const streams = system.edge.startsWith('none') ? system.balancer : system.resellers[shop]
  const who = new Caller(system.resellers[shop], streams)
  const person = { email: demoEmail(mailbox, shop), password: DEMO_PASSWORD }
  expect((await who.post('/api/account/sign-in', person)).status).toBe(204)
  expect((await who.post('/api/realtime/session')).status).toBe(200)
  return who
}

async function followed(who: Caller, streams: string): Promise<Following> {
  const following = await who.follow(streams)
  if (!following) throw new Error(`${streams}: refused`)
  return following
}

/** How the tier answers somebody who changes what their connection follows: 404 where it knows no such connection. */
async function answersTo(who: Caller, following: Following | undefined): Promise<number> {
  const [, connection] = /"connection":"([^"]+)"/.exec((await following?.until('"connection"')) ?? '') ?? []
  const change = { method: 'POST', body: { subscribe: ['public.show.any'] } }
  return (await who.askRealtime(`/realtime/${connection}/streams`, change)).status
}
