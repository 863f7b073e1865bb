import { pageParts } from './fixtures/page-parts.ts'
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

test('a search finds while one types; what it asks is in the address, and goes at a click', {
  tag: '@blackbox',
}, async ({ viewer }) => {
  const page = await viewer.goTo('/shows')
  const words = await wordsOf(page)
  const find = words('find')
  const count = page.locator('#found')
  const field = page.getByRole('searchbox')
  const all = await count.textContent()

  await field.pressSequentially('zzzz')
  await expect(count).toHaveText(find('count', { count: 0 }))
  await expect(page).toHaveURL(/\?q=zzzz$/)
  await expect(field, 'whoever types goes on typing').toBeFocused()

  await page.getByRole('link', { name: find('remove', { filter: find('quoted', { q: 'zzzz' }) }) }).click()
  await expect(count).toHaveText(all ?? '')
  await expect(count, 'the focus goes to what is found').toBeFocused()
  await expect(field).toHaveValue('')
  await expect(page).toHaveURL(/\/shows$/)
})

test('what is typed before the page has its script is found, too', { tag: '@blackbox' }, async ({ viewer }) => {
  const page = await viewer.goTo('/shows')
  const find = (await wordsOf(page))('find')
  const late = Promise.withResolvers<void>()
  await page.route('**/_next/static/chunks/begin-*.js', async (route) => {
    await late.promise
    await route.continue()
  })
  await page.reload({ waitUntil: 'domcontentloaded' })
  const field = page.getByRole('searchbox')
  await field.pressSequentially('zzzz')
  late.resolve()
  await expect(page.locator('#found')).toHaveText(find('count', { count: 0 }))
  await expect(page).toHaveURL(/\?q=zzzz$/)
  await expect(field).toHaveValue('zzzz')
})

test('a calendar leads by keyboard to the shows of a day', { tag: '@blackbox' }, async ({ viewer }) => {
  // What is left of this month may be one day.
  const now = new Date()
  const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1)).toISOString().slice(0, 7)
  const page = await viewer.goTo(`/shows?view=calendar&month=${month}`)
  const days = page.locator('a[data-day]')
  const [first, second] = [days.nth(0), days.nth(1)]
  const day = await second.getAttribute('data-day')
  await first.focus()
  await page.keyboard.press('ArrowRight')
  await expect(second).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`from=${day}&to=${day}`))
  await expect(page.locator(`a[data-day="${day}"]`)).toHaveAttribute('aria-current', 'true')
  await expect(page.getByRole('main').locator('a[href*="/shows/"]').first()).toBeVisible()
})

test('while core thinks, the page of a show keeps room for its tickets', { tag: '@system' }, async ({
  core,
  programmeOf,
  deployment,
}) => {
  const show = await programmeOf('aurora').general()
  await core.behave({ latencyMs: 450 }) // at 800 ms a first read is given up, and a busy machine adds to it
  // A machine that is busy just then hands over both at once. What is remembered of a stock is old a few seconds later.
  await expect(async () => {
    const parts = await pageParts(deployment.system?.storefront ?? '', 'aurora.localhost', `/shows/${show.id}`)
    const loading = parts.find(({ text }) => text.includes('Asking the box office'))
    const end = parts.at(-1)
    expect(loading, 'the place is there').toBeDefined()
    expect((end?.atMs ?? 0) - (loading?.atMs ?? 0), 'long before what fills it').toBeGreaterThan(250)
  }).toPass({ timeout: 40_000, intervals: [5_000] })
})

test('what lies just below the screen is laid out before anybody scrolls there, and what is far is not', {
  tag: '@blackbox',
}, async ({ viewer }) => {
  const page = await viewer.goTo('/')
  const rows = () =>
    page.locator('.below').evaluateAll((all) =>
      all.map((row) => ({
        screens: row.getBoundingClientRect().top / innerHeight,
        laidOut: row.firstElementChild?.checkVisibility({ contentVisibilityAuto: true }) ?? true,
        nested: row.parentElement?.closest('.below') !== null,
      })),
    )
  await expect(async () => {
    const all = await rows()
    expect(all.filter(({ screens, laidOut }) => screens < 2 && !laidOut)).toEqual([])
    expect(all.filter(({ screens }) => screens > 1 && screens < 2).length, 'some are that near').toBeGreaterThan(0)
    expect(all.filter(({ screens, laidOut }) => screens > 3 && !laidOut).length, 'some wait').toBeGreaterThan(0)
    expect(all.filter(({ nested }) => nested)).toEqual([])
  }).toPass({ timeout: 20_000 })
})
