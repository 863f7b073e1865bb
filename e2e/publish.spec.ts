import type { Page } from '@playwright/test'
import { patient } from './fixtures/patient.ts'
import { expect, test } from './fixtures/test.ts'

const MARK = '#1e88e5'

test('a publish re-themes a shop within seconds, a draft does not', { tag: '@system' }, async ({ brands, viewer }) => {
  test.setTimeout(180_000)
  const page = await viewer.goTo('/', 'kite')
  const primary = () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--primary'))
  const before = await primary()

  const version = await brands.draft('kite', (config) => ({
    ...config,
    texts: { ...config.texts, tagline: 'Fly higher than ever' },
    theme: { ...config.theme, colours: { ...config.theme.colours, primary: MARK } },
  }))
  // A later change of another kind has been published: so the draft was there to be read, and was not shown.
  const other = await brands.draft('luna', (config) => ({
    ...config,
    texts: { ...config.texts, tagline: 'Otra noche' },
  }))
  await brands.publish('luna', other)
  const luna = await viewer.goTo('/', 'luna')
  await patient.poll(() => reloaded(luna)).toContain('Otra noche')
  expect(await reloaded(page)).not.toContain('Fly higher than ever')
  expect(await primary()).toBe(before)

  await brands.publish('kite', version)
  await patient.poll(() => reloaded(page)).toContain('Fly higher than ever')
  expect(await primary()).toBe(MARK)
})

async function reloaded(page: Page): Promise<string> {
  await page.reload()
  return page.locator('footer').innerText()
}
