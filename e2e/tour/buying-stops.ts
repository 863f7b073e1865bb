import type { Page } from '@playwright/test'
import { CheckoutPage } from '../pages/checkout-page.ts'
import type { Guide } from './guide.ts'
import { expect } from './patient.ts'
import { plain, type Stop } from './stop.ts'

const CHECKOUT = 'sites/[host]/checkout/[holdId]'
const ORDER = 'sites/[host]/orders/[orderId]'
const ORDERS = 'sites/[host]/orders'
const FIND = 'sites/[host]/orders/find'

/** From the reserved tickets to the orders, as a guest who has bought before. */
export const buyingStops: readonly Stop[] = [
  { name: 'checkout', route: CHECKOUT, open: async (guide) => (await checkout(guide)).page },
  {
    name: 'checkout-seats-signed-in',
    route: CHECKOUT,
    open: async (guide) => {
      const page = await guide.goTo('/robots.txt', 'customer')
      await page.goto(`${guide.home}${await guide.reserve(page, 'hall')}`)
      return page
    },
  },
  {
    name: 'checkout-faults',
    route: CHECKOUT,
    open: async (guide) => {
      const tab = await checkout(guide)
      await tab.fillIn({ name: '', email: 'nobody' })
      await tab.payButton.click()
      await expect(tab.page.locator('[aria-invalid="true"]')).toHaveCount(2)
      return tab.page
    },
  },
  {
    name: 'checkout-last-minute',
    route: CHECKOUT,
    open: async (guide) => {
      const tab = await withCore(guide, { holdSeconds: 58 }, () => checkout(guide))
      await expect(tab.warning).toBeVisible()
      return tab.page
    },
  },
  {
    name: 'checkout-over',
    route: CHECKOUT,
    open: async (guide) => {
      const tab = await withCore(guide, { holdSeconds: 1 }, () => checkout(guide))
      await expect(tab.lost).toBeVisible()
      return tab.page
    },
  },
  plain('checkout-unknown', CHECKOUT, '/checkout/no-such-hold'),
  {
    name: 'order-waiting',
    route: ORDER,
    open: (guide) => withCore(guide, { paymentDelayMs: 120_000 }, () => ordered(guide)),
  },
  {
    name: 'order',
    route: ORDER,
    open: async (guide) => {
      const page = await ordered(guide)
      await expect(page.getByTestId('ticket')).toHaveCount(2)
      return page
    },
  },
  {
    name: 'order-by-link',
    route: ORDER,
    open: async (guide) => {
      const email = guide.freshAddress()
      const page = await ordered(guide, email)
      const path = new URL(page.url()).pathname
      await page.close()
      const link = await guide.mailbox.linkLike(new RegExp(`https?://\\S+${path}\\?key=[\\w.-]+`), email)
      return guide.goTo(link.slice(new URL(link).origin.length))
    },
  },
  {
    name: 'order-failed',
    route: ORDER,
    open: async (guide) => {
      const page = await ordered(guide, 'sam+fail@example.com')
      const order = (await guide.words(page))('order')
      await expect(page.getByRole('heading', { name: order('failedTitle') })).toBeVisible()
      return page
    },
  },
  {
    name: 'order-at-bank',
    route: ORDER,
    open: async (guide) => {
      const page = await ordered(guide, 'noa+bank@example.com')
      const order = (await guide.words(page))('order')
      await expect(page.getByRole('heading', { name: order('redirectTitle') })).toBeVisible()
      return page
    },
  },
  plain('order-unknown', ORDER, '/orders/no-such-order'),
  { name: 'orders', route: ORDERS, open: (guide) => guide.goTo('/orders', 'guest') },
  plain('orders-none', ORDERS, '/orders'),
  plain('orders-find', FIND, '/orders/find'),
  {
    name: 'orders-find-faults',
    route: FIND,
    open: async (guide) => {
      const page = await guide.goTo('/orders/find')
      await page.locator('main form button[type="submit"]').click()
      await expect(page.locator('[aria-invalid="true"]')).toHaveCount(1)
      return page
    },
  },
  {
    name: 'orders-find-sent',
    route: FIND,
    open: async (guide) => {
      const page = await guide.goTo('/orders/find')
      await page.locator('[name="email"]').fill(guide.freshAddress())
      await page.locator('main form button[type="submit"]').click()
      await expect(page.getByText((await guide.words(page))('orders')('findDoneTitle'))).toBeVisible()
      return page
    },
  },
]

async function checkout(guide: Guide): Promise<CheckoutPage> {
  const page = await guide.goTo('/robots.txt', 'guest')
  await page.goto(`${guide.home}${await guide.reserve(page)}`)
  return new CheckoutPage(page, await guide.words(page))
}

async function ordered(guide: Guide, email?: string): Promise<Page> {
  const page = await guide.goTo('/robots.txt', 'guest')
  await page.goto(`${guide.home}${await guide.order(page, email)}`)
  return page
}

/** Core is bent while somebody does something, and only then. */
async function withCore<T>(guide: Guide, bent: Parameters<Guide['core']['behave']>[0], work: () => Promise<T>) {
  await guide.core.behave(bent)
  try {
    return await work()
  } finally {
    await guide.core.straighten()
  }
}
