import type { Locator, Page } from '@playwright/test'
import { untilAwake } from '../fixtures/until-awake.ts'
import type { Guide } from './guide.ts'
import { expect } from './patient.ts'
import type { Stop } from './stop.ts'

/** Saving a draft passes through the reseller service and Kafka; on a busy machine that takes a while. */
const PATIENCE_MS = 45_000

/** A page of the staff's, after something was done on it. */
const staff = (
  name: string,
  page: string,
  path: string | ((guide: Guide) => Promise<string>),
  then: (page: Page, guide: Guide) => Promise<void> = async () => {},
): Stop => ({
  name,
  route: page === '' ? 'staff/[host]' : `staff/[host]/${page}`,
  twoSided: true,
  open: async (guide) => {
    const tab = await guide.goTo(typeof path === 'string' ? path : await path(guide), 'owner')
    await then(tab, guide)
    return tab
  },
})

/** What the reseller's own people see. */
export const staffStops: readonly Stop[] = [
  staff('admin', '', '/admin'),
  staff('admin-role-chosen', '', '/admin', async (page) => {
    await choose(page, 'owner')
  }),
  {
    ...staff('admin-access-asked', '', '/admin', async (page) => {
      await (await choose(page, '')).click()
      await expect(page.getByRole('dialog')).toBeVisible()
    }),
    oneScreen: true,
  },
  staff('admin-board', 'board', '/admin/board', async (page) => {
    await page.locator('summary').first().click()
    await expect(page.locator('details table')).toBeVisible()
  }),
  staff('admin-site', 'site', '/admin/site'),
  staff('admin-site-fault', 'site', '/admin/site', async (page, guide) => {
    const name = (await guide.words(page))('review')('colour_mutedText')
    const ground = (await page.locator('input[type="color"]').first().inputValue()) || '#000000'
    await page.getByRole('textbox', { name, exact: true }).fill(ground)
  }),
  staff('admin-site-shows-searched', 'site', '/admin/site', async (page) => {
    const shows = page.locator('fieldset', { has: page.locator('input[type="search"]') }).last()
    await shows.getByRole('searchbox').fill('jazz')
    await expect(shows.getByRole('status')).not.toBeEmpty()
  }),
  staff('admin-versions', 'versions', async (guide) => {
    await draft(guide)
    return '/admin/versions'
  }),
  staff('admin-versions-compared', 'versions', async (guide) => {
    const version = await draft(guide)
    return `/admin/versions?from=1&to=${version}`
  }),
  {
    ...staff('admin-publish-dialog', 'versions', '/admin/versions', async (page, guide) => {
      const version = await draft(guide)
      // Its number is the only word of its heading that is the same in all languages.
      const heading = page.getByRole('heading', { name: new RegExp(`\\b${version}\\b`) })
      // Another stop may have saved a draft since: then this one is a step to it, inside its row.
      await page.locator('details:has(> ol)').evaluateAll((all) => {
        for (const steps of all) (steps as HTMLDetailsElement).open = true
      })
      const row = page.getByRole('listitem').filter({ has: heading }).last()
      await expect(row).toBeVisible()
      await row.locator('button.strong').first().click()
      await expect(page.getByRole('dialog')).toBeVisible()
    }),
    oneScreen: true,
  },
  // The newest version may be one that the editor warned of: what is previewed here is a good one.
  staff(
    'admin-preview',
    'preview',
    async (guide) => {
      await draft(guide)
      return '/admin/preview'
    },
    async (page) => {
      await expect(page.locator('iframe')).toHaveCount(2)
      for (const frame of await page.locator('iframe').all())
        await frame.contentFrame().getByRole('main').waitFor({ timeout: PATIENCE_MS })
    },
  ),
  staff('admin-orders', 'orders', '/admin/orders', async (page) => {
    await expect(page.locator('section[aria-busy="false"]')).toBeVisible()
  }),
  staff('admin-orders-none', 'orders', '/admin/orders#q=zzzz', async (page, guide) => {
    const orders = (await guide.words(page))('staffOrders')
    await expect(page.getByText(orders('nothingTitle'))).toBeVisible()
  }),
  staff('admin-order', 'orders/[orderId]', async (guide) => {
    const page = await guide.goTo('/robots.txt', 'guest')
    const path = await guide.order(page)
    await page.close()
    return `/admin${path}`
  }),
  staff('admin-announcements', 'announcements', '/admin/announcements', async (page) => {
    await page.locator('textarea').first().fill('Two for one tonight')
  }),
  staff('admin-announcement-fault', 'announcements', '/admin/announcements', async (page) => {
    await page.locator('form button[type="submit"]').first().click()
    await expect(page.locator('textarea[aria-invalid="true"]')).toBeVisible()
  }),
  {
    ...staff('admin-announcement-asked', 'announcements', '/admin/announcements', async (page) => {
      await untilAwake(page)
      await page.locator('textarea').first().fill('Two for one tonight')
      await page.locator('form button[type="submit"]').first().click()
      await expect(page.getByRole('dialog')).toBeVisible()
    }),
    oneScreen: true,
  },
  staff('admin-nowhere', '[...rest]', '/admin/nowhere'),
  {
    name: 'preview-of-a-draft',
    route: 'sites/[host]',
    open: async (guide) => guide.goTo(`/preview/v${await draft(guide)}`, 'owner'),
  },
  {
    name: 'legal',
    route: 'sites/[host]/legal/[page]',
    open: async (guide) => guide.goTo(`/preview/v${await draft(guide)}/legal/terms`, 'owner'),
  },
]

/** A role for Eddie Editor, who is not who looks. @returns the button that saves it */
async function choose(page: Page, role: string): Promise<Locator> {
  const member = page.getByRole('listitem').filter({ hasText: /^\W*Eddie/ })
  await untilAwake(page)
  await member.locator('select').selectOption(role)
  const save = member.getByRole('button')
  await expect(save).toBeVisible()
  return save
}

/** Two paragraphs with an address in them, as lawyers write. */
const TERMS =
  'Tickets are sold by the organiser of each show; the shop sells on its behalf.\n\nComplaints: Rechtsschutzversicherungsgesellschaft, 12 Long Street, https://example.com/a/very/long/address/that/nobody/would/type/in'

/** A draft that differs from what is live by a tagline and a colour. @returns its version */
function draft({ brands, shop }: Guide): Promise<number> {
  return brands.draft(shop, (config) => ({
    ...config,
    texts: { ...config.texts, tagline: `${config.texts.tagline} !` },
    legal: { imprint: TERMS, privacy: TERMS, terms: TERMS },
    theme: { ...config.theme, radius: config.theme.radius === 'large' ? 'small' : 'large' },
  }))
}
