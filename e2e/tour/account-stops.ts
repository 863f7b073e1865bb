import { postJson } from '../fixtures/post-json.ts'
import { AccountPages } from '../pages/account-pages.ts'
import type { Guide } from './guide.ts'
import { expect } from './patient.ts'
import { plain, type Stop } from './stop.ts'

const ACCOUNT = 'sites/[host]/account'
const INBOX = 'sites/[host]/inbox'
const WAITLIST = 'sites/[host]/waitlist/[token]'
const UNSUBSCRIBE = 'sites/[host]/unsubscribe/[key]'

/** A form of the account's, sent; it is there again with what is wrong, or something else is in its place. */
const sent = (name: string, page: string, fields: Record<string, string>, invalid: boolean): Stop => ({
  name,
  route: `${ACCOUNT}/${page.replace(/\?.*/, '')}`,
  open: async (guide) => {
    const tab = await guide.goTo(`/account/${page}`)
    for (const [field, value] of Object.entries(fields)) await tab.locator(`main [name="${field}"]`).fill(value)
    await tab.locator('main form button[type="submit"]').first().click()
    const told = invalid ? tab.locator('main [aria-invalid="true"]') : tab.locator('main [role="alert"]:not(:empty)')
    await expect(told.first()).toBeVisible()
    return tab
  },
})

/** What is somebody's own: account, inbox, waitlists. */
export const accountStops: readonly Stop[] = [
  plain('sign-in', `${ACCOUNT}/sign-in`, '/account/sign-in'),
  sent('sign-in-faults', 'sign-in', {}, true),
  sent('sign-in-wrong', 'sign-in', { email: 'nobody@example.com', password: 'not it at all' }, false),
  plain('sign-up', `${ACCOUNT}/sign-up`, '/account/sign-up'),
  sent('sign-up-faults', 'sign-up', { password: 'short' }, true),
  {
    name: 'sign-up-sent',
    route: `${ACCOUNT}/sign-up`,
    open: async (guide) => {
      const page = await guide.goTo('/account/sign-up')
      const person = { name: 'Ada Axe', email: guide.freshAddress(), password: 'correct horse battery' }
      await new AccountPages(page).signUp(person)
      return page
    },
  },
  plain('forgot', `${ACCOUNT}/forgot`, '/account/forgot'),
  plain('reset', `${ACCOUNT}/reset`, '/account/reset?token=unknown-token'),
  sent('reset-over', 'reset?token=unknown-token', { password: 'correct horse battery' }, false),
  plain('verify', `${ACCOUNT}/verify`, '/account/verify?token=unknown-token'),
  plain('verify-again', `${ACCOUNT}/verify`, '/account/verify'),
  plain('goodbye', `${ACCOUNT}/goodbye`, '/account/goodbye'),
  plain('account', ACCOUNT, '/account', 'customer'),
  plain('orders-signed-in', 'sites/[host]/orders', '/orders', 'customer'),
  {
    name: 'inbox',
    route: INBOX,
    open: async (guide) => {
      const page = await guide.goTo('/inbox', 'customer')
      await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible()
      return page
    },
  },
  {
    name: 'inbox-empty',
    route: INBOX,
    open: async (guide) => {
      const page = await guide.goTo('/inbox')
      await expect(page.getByText((await guide.words(page))('inbox')('empty'))).toBeVisible()
      return page
    },
  },
  { name: 'waitlist-asked', route: WAITLIST, open: async (guide) => guide.goTo(await waiting(guide)) },
  {
    name: 'waitlist-on-it',
    route: WAITLIST,
    open: async (guide) => {
      const path = await waiting(guide)
      const page = await guide.goTo(path)
      await postJson(page, `/api${path}`, {})
      await page.reload()
      return page
    },
  },
  plain('waitlist-unknown', WAITLIST, `/waitlist/${'x'.repeat(32)}`),
  plain('unsubscribe', UNSUBSCRIBE, (guide) => guide.endOfReminders(guide.freshAddress())),
  {
    name: 'unsubscribe-done',
    route: UNSUBSCRIBE,
    open: async (guide) => {
      const page = await guide.goTo(guide.endOfReminders(guide.freshAddress()))
      const t = (await guide.words(page))('unsubscribe')
      await page.getByRole('button', { name: t('end') }).click()
      await expect(page.getByRole('button', { name: t('undo') })).toBeVisible()
      return page
    },
  },
]

/** Leaves an address for a show that is sold out. @returns the path of the link in the mail */
async function waiting(guide: Guide): Promise<string> {
  const page = await guide.goTo('/robots.txt')
  const email = guide.freshAddress()
  await postJson(page, '/api/waitlist', { showId: guide.shows['sold-out'].id, email, quantity: 2 })
  await page.close()
  return new URL(await guide.mailbox.linkLike(/https?:\/\/\S+\/waitlist\/[\w-]{32}/, email)).pathname
}
