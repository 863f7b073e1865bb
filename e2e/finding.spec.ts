import { expect, test } from './fixtures/test.ts'
import { wordsOf } from './fixtures/words.ts'

test('a search that finds nothing says so, and leads to everything that is on', { tag: '@blackbox' }, async ({
  viewer,
}) => {
  const page = await viewer.goTo('/shows?q=zzzz')
  const list = (await wordsOf(page))('list')
  await expect(page.getByRole('heading', { name: list('emptyTitle') })).toBeVisible()
  await page.getByRole('link', { name: list('everything') }).click()
  await expect(page.getByRole('main').locator('a[href*="/shows/"]').first()).toBeVisible()
})

test('while core thinks, the page of a show keeps room for its tickets', { tag: '@system' }, async ({
  core,
  programmeOf,
  viewer,
}) => {
  const show = await programmeOf('aurora').general()
  await core.behave({ latencyMs: 1_500 })
  const tab = await viewer.opensQuietly(show, { until: 'commit' })
  await expect(tab.loading).toBeVisible()
  await tab.untilLive()
  await expect(tab.loading).toBeHidden()
})
