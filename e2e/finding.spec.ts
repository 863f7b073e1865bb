import { expect, test } from './fixtures/test.ts'
import { wordsOf } from './fixtures/words.ts'

test('a search that finds nothing says so, and leads to everything that is on', { tag: '@blackbox' }, async ({
  viewer,
}) => {
  const page = await viewer.goTo('/shows?q=zzzz')
  const list = (await wordsOf(page))('list')
  await expect(page.getByText(list('emptyTitle'), { exact: true })).toBeVisible()
  await page.getByRole('link', { name: list('showAll') }).click()
  await expect(page.getByRole('main').locator('a[href*="/shows/"]').first()).toBeVisible()
})

test('while core thinks, the page of a show keeps room for its tickets', { tag: '@system' }, async ({
  core,
  programmeOf,
  viewer,
}) => {
  const show = await programmeOf('aurora').general()
  await core.behave({ latencyMs: 600 }) // longer than 800 ms, and core would count as down
  const tab = await viewer.opensQuietly(show, { until: 'commit' })
  await tab.loading.waitFor() // looks at every frame: it is there for a moment only
  await tab.untilLive()
  await expect(tab.loading).toBeHidden()
})
