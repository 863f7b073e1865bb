import type { Page } from '@playwright/test'
import { DEMO_PASSWORD, demoEmail } from '#dev/demo/demo-accounts.ts'
import { localesOf } from '#lib/language/languages.ts'
import { firstTier } from './fixtures/show-on-sale.ts'
import { signInAsStaff } from './fixtures/staff.ts'
import { expect, test } from './fixtures/test.ts'
import { wordsOf } from './fixtures/words.ts'
import { AccountPages } from './pages/account-pages.ts'
import { ShowPage } from './pages/show-page.ts'

const alternates = (page: Page) =>
  page
    .locator('link[rel="alternate"][hreflang]')
    .evaluateAll((links) =>
      Object.fromEntries(
        links.map((link) => [link.getAttribute('hreflang'), new URL((link as HTMLLinkElement).href).pathname]),
      ),
    )

/** All that a page names: while one is left for another, there may be two. */
const canonicals = (page: Page) =>
  page
    .locator('link[rel="canonical"]')
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLLinkElement).href).pathname))

test('another language keeps the show, the query and every link after it', { tag: '@system' }, async ({
  viewer,
  programmeOf,
}) => {
  test.setTimeout(120_000)
  const show = await programmeOf('aurora').general()
  const page = await viewer.goTo(`/shows/${show.id}?from=mail`, 'aurora')
  const html = page.locator('html')
  await expect(html).toHaveAttribute('lang', 'en-GB')
  const title = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''

  await page.getByRole('navigation', { name: 'Language' }).first().getByRole('link', { name: 'Deutsch' }).click()
  await expect(page).toHaveURL(new RegExp(`/de/shows/${show.id}\\?from=mail$`))
  await expect(html).toHaveAttribute('lang', 'de-DE')
  await expect(html).toHaveAttribute('dir', 'ltr')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  await expect(page.getByRole('heading', { level: 1 })).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('navigation', { name: 'Sprache' }).first().locator('[aria-current]')).toHaveAttribute(
    'hreflang',
    'de-DE',
  )

  const path = `/shows/${show.id}`
  await expect
    .poll(() => alternates(page))
    .toEqual({
      'en-GB': path,
      'es-ES': `/es${path}`,
      'de-DE': `/de${path}`,
      'x-default': path,
    })
  await expect.poll(() => canonicals(page)).toEqual([`/de${path}`])

  const leadingOut = async () => {
    const internal = await page
      .locator('a[href^="/"]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    return [...new Set(internal.filter((href) => !/^\/de(?:[/?#]|$)/.test(href)))].toSorted()
  }
  await expect
    .poll(leadingOut, 'only the switcher leads out of the language')
    .toEqual([`/es${path}?from=mail`, `${path}?from=mail`].toSorted())

  await page.getByRole('navigation', { name: 'Hauptmenü' }).getByRole('link', { name: 'Comedy' }).first().click()
  await expect(page).toHaveURL(/\/de\/shows\?category=comedy$/)
  await expect(page.locator('a[hreflang="es-ES"]').first()).toHaveAttribute('href', '/es/shows?category=comedy')
  await expect.poll(() => canonicals(page)).toEqual(['/de/shows'])
})

test('signing in and signing out keep the language', { tag: '@system' }, async ({ viewer, tolerate }) => {
  test.setTimeout(90_000)
  const page = await viewer.goTo('/de/account/sign-in?next=/shows', 'aurora')
  const account = new AccountPages(page)
  await account.signIn({ email: demoEmail('customer', 'aurora'), password: DEMO_PASSWORD })
  await page.waitForURL(({ pathname }) => pathname === '/de/shows')
  await page.goto(new URL('/de/account', page.url()).href)
  tolerate(/40[14]/) // what is asked in the moment of signing out, the inbox or the stream, is told that nobody is there
  await account.signOut('/de')
  await expect(page.locator('html')).toHaveAttribute('lang', 'de-DE')
})

test('who buys in German is written to in German, and led to German pages', { tag: '@system' }, async ({
  shows,
  buyer,
  mailbox,
}) => {
  test.setTimeout(180_000)
  const show = await shows.general()
  const page = await buyer.goTo(`/de/shows/${show.id}`, 'aurora')
  const tab = await new ShowPage(page, await wordsOf(page)).untilLive()
  const order = await buyer.buys(tab, { tier: firstTier(show) })
  const { pathname } = new URL(order.page.url())
  expect(pathname).toMatch(/^\/de\/orders\//)
  const link = await mailbox.linkLike(new RegExp(`https?://\\S+${pathname}\\?key=\\S+`), 'billie@example.com')
  await page.goto(link)
  await expect(page.locator('html')).toHaveAttribute('lang', 'de-DE')
})

test('a preview is seen in each of its own languages, one that is not live among them', { tag: '@system' }, async ({
  viewer,
  brands,
  tolerate,
}) => {
  test.setTimeout(180_000)
  tolerate(/404/)
  const version = await brands.draft('aurora', (config) => ({ ...config, locales: [...localesOf(config), 'ja-JP'] }))
  const page = await signInAsStaff(viewer, 'viewer', 'aurora')
  const base = `/preview/v${version}`
  // The draft comes by Kafka.
  await expect(async () => {
    const response = await page.goto(new URL(`${base}/shows?category=comedy`, page.url()).href)
    expect(response?.status()).toBe(200)
  }).toPass({ timeout: 45_000 })
  for (const [locale, prefix] of [
    ['de-DE', '/de'],
    ['ja-JP', '/ja'],
    ['en-GB', ''],
  ] as const) {
    await page.locator(`a[hreflang="${locale}"]`).first().click()
    await page.waitForURL(({ pathname, search }) => pathname + search === `${base}${prefix}/shows?category=comedy`)
    await expect(page.locator('html')).toHaveAttribute('lang', locale)
    await expect(page.locator(`[data-preview="${version}"]`)).toBeVisible()
  }
  await page.goto(new URL(`${base}/ja/shows`, page.url()).href)
  // A middle click rewrites a link and follows none; until the page's script is there it does neither.
  const brand = await page.getByRole('banner').locator('a[href="/ja"]').first().elementHandle()
  const rewritten = () =>
    brand?.evaluate((link) => {
      link.dispatchEvent(new MouseEvent('auxclick', { bubbles: true, cancelable: true, button: 1 }))
      return link.getAttribute('href')
    })
  await expect.poll(rewritten, { message: 'the brand leads into the preview' }).toBe(`${base}/ja`)
  await brand?.click()
  await page.waitForURL(({ pathname }) => pathname === `${base}/ja`)
  expect((await viewer.answer('/ja/shows', 'aurora')).status, 'the live shop has none').toBe(404)
})

test('a page that is not there is not to be found either, in any language', { tag: '@system' }, async ({
  viewer,
  tolerate,
}) => {
  tolerate(/404/)
  const page = await viewer.goTo('/en/no-such-page', 'luna')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is nothing here')
  await expect(page.locator('meta[name="robots"]').first()).toHaveAttribute('content', /noindex/)
})

/** The narrowest phone. */
const NARROW = { width: 360, height: 780 }

test('written from right to left, nothing sticks out of a narrow phone', { tag: '@system' }, async ({
  viewer,
  programmeOf,
}) => {
  test.setTimeout(180_000)
  const show = await programmeOf('aurora').seated()
  for (const shop of ['aurora', 'luna', 'hoshi', 'kite'] as const)
    for (const path of ['/', ...(shop === 'aurora' ? [`/shows/${show.id}`] : [])]) {
      const page = await viewer.goTo(path, shop)
      await page.setViewportSize(NARROW)
      await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'))
      await page.evaluate(() => document.fonts.ready)
      const sideways = () =>
        page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement
          return scrollWidth - clientWidth
        })
      await expect.poll(sideways, `${shop}${path} has nothing beside the window`).toBe(0)
      await page.close()
    }
})
