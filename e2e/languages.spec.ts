import type { Page } from '@playwright/test'
import { expect, test } from './fixtures/test.ts'

const alternates = (page: Page) =>
  page
    .locator('link[rel="alternate"][hreflang]')
    .evaluateAll((links) =>
      Object.fromEntries(
        links.map((link) => [link.getAttribute('hreflang'), new URL((link as HTMLLinkElement).href).pathname]),
      ),
    )

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
  expect(await alternates(page)).toEqual({
    'en-GB': path,
    'es-ES': `/es${path}`,
    'de-DE': `/de${path}`,
    'x-default': path,
  })
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', new RegExp(`/de${path}$`))

  const internal = await page
    .locator('a[href^="/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  const out = internal.filter((href) => !/^\/de(?:[/?#]|$)/.test(href))
  expect([...new Set(out)].toSorted(), 'only the switcher leads out of the language').toEqual(
    [`/es${path}?from=mail`, `${path}?from=mail`].toSorted(),
  )

  await page.getByRole('navigation', { name: 'Hauptmenü' }).getByRole('link', { name: 'Comedy' }).first().click()
  await expect(page).toHaveURL(/\/de\/shows\?category=comedy$/)
  await expect(page.locator('a[hreflang="es-ES"]').first()).toHaveAttribute('href', '/es/shows?category=comedy')
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', /\/de\/shows$/)
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
      const sideways = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement
        return scrollWidth - clientWidth
      })
      expect(sideways, `${shop}${path} has nothing beside the window`).toBe(0)
      await page.close()
    }
})
