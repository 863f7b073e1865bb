import type { Page } from '@playwright/test'
import { weigh } from '#dev/check/page-weight.ts'
import { expect, test } from './fixtures/test.ts'
import { untilAwake } from './fixtures/until-awake.ts'

/**
 * Gzipped kilobytes of script that a page may have fetched with it. 136 of them are React and Next, on an empty page as
 * well (decision 0077); what is ours may grow by a tenth before somebody looks at it.
 */
const BUDGETS_KB = { home: 151, show: 182, 'show with a plan': 189 } as const

test('pages bring no more script than their budget', { tag: '@blackbox' }, async ({ shows, viewer }) => {
  const weightOf = async (path: string) => {
    const page = await viewer.goTo(path)
    // By the browser, because Node resolves no names below localhost.
    const read = (address: string) =>
      page.evaluate(async (url) => {
        const response = await fetch(url)
        if (!response.ok) throw new Error(`${url}: ${response.status}; what does not come weighs nothing`)
        return response.text()
      }, address)
    const { gzipBytes } = await weigh(await read(page.url()), read)
    await page.close()
    return gzipBytes / 1_000
  }
  const [general, seated] = [await shows.general(), await shows.seated()]
  const paths = { home: '/', show: `/shows/${general.id}`, 'show with a plan': `/shows/${seated.id}` } as const
  for (const name of Object.keys(paths) as (keyof typeof paths)[]) {
    const kilobytes = await weightOf(paths[name])
    console.log(`${name}: ${kilobytes.toFixed(1)} KB of script, gzipped`)
    expect(kilobytes, `${name}: more than React and Next alone, or nothing was counted`).toBeGreaterThan(100)
    expect(kilobytes, `${name} grew`).toBeLessThan(BUDGETS_KB[name])
  }
})

test('a page names the one script that fetches the others, and has a worker read for its formatters', {
  tag: '@blackbox',
}, async ({ shows, viewer }) => {
  const page = await viewer.goTo(`/shows/${(await shows.general()).id}`)
  const html = await page.evaluate(async () => (await fetch(location.href)).text())
  const tags = (html.match(/<script\b[^>]*\ssrc="[^>]*>/g) ?? []).filter((tag) => !/nomodule/i.test(tag))
  const named = tags.map((tag) => /\ssrc="([^"]*)"/.exec(tag)?.[1])
  expect(named).toEqual([expect.stringMatching(/^\/_next\/static\/chunks\/begin-[0-9a-f]+\.js$/)])

  const worker = page.waitForEvent('worker')
  await page.reload()
  expect(new URL((await worker).url()).pathname).toMatch(/\/formatters-[0-9a-f]+\.js$/)
})

/** Rules of a family that are in force, and of which the file is here. */
const rulesOf = (page: Page, family: string) =>
  page.evaluate((name) => {
    const rules = [...document.fonts].filter((rule) => rule.family.includes(name))
    const loaded = rules.filter(({ status }) => status === 'loaded')
    return { inForce: rules.length, loaded: loaded.map(({ unicodeRange }) => unicodeRange.toLowerCase()) }
  }, family)

test('rules of Japanese families come after the first frame, with a page that is navigated to, and without scripts', {
  tag: '@blackbox',
}, async ({ viewer }) => {
  const page = await viewer.goTo('/legal/terms')
  const noto = () => rulesOf(page, 'Noto Sans JP')
  await untilAwake(page)
  expect(await noto()).toEqual({ inForce: 0, loaded: [] })
  await page.getByRole('contentinfo').locator('a[href="/shows"]').first().click()
  await expect(page).toHaveURL(/\/shows$/)
  await expect.poll(async () => (await noto()).loaded.length, 'titles are in Japanese there').toBeGreaterThan(0)
  await page.reload()
  await expect.poll(async () => (await noto()).loaded.length).toBeGreaterThan(0)
  expect((await noto()).inForce, 'of 124').toBeLessThan(60)

  const html = await page.evaluate(async () => (await fetch(location.href)).text())
  expect(html.replace(/<noscript>.*?<\/noscript>/gs, ''), 'not with the poster').not.toContain(
    'rel="stylesheet" href="/fonts',
  )
  expect(html, 'a page names its own fonts').toContain("@font-face{font-family:'Unbounded Variable'")
  await expect.poll(async () => (await rulesOf(page, 'Unbounded Variable')).loaded.length).toBeGreaterThan(0)
  const [readAtMs, paintedAtMs] = await page.evaluate(() => [
    performance.getEntriesByType('resource').find(({ name }) => name.endsWith('/fonts/noto-sans-jp.css'))?.startTime,
    performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
  ])
  expect(readAtMs).toBeGreaterThan(paintedAtMs ?? Number.POSITIVE_INFINITY)
  expect(html, 'without scripts').toMatch(/<noscript><link rel="stylesheet" href="\/fonts\/noto-sans-jp\.css"\s*\/>/)
})

test('a font is fetched once, whatever page comes next', { tag: '@blackbox' }, async ({ viewer }) => {
  const page = await viewer.goTo('/')
  const fonts = () =>
    page.evaluate(async () => {
      await document.fonts.ready
      const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
      return entries
        .filter(({ name }) => name.endsWith('.woff2'))
        .map(({ name, transferSize }) => ({ name, transferSize }))
    })
  await expect.poll(async () => (await fonts()).length, 'its brand’s two at least').toBeGreaterThan(1)
  const first = await fonts()
  expect(Math.max(...first.map(({ transferSize }) => transferSize))).toBeGreaterThan(10_000)
  await page.goto(new URL('/legal/terms', page.url()).href)
  const known = async () => (await fonts()).filter(({ name }) => first.some((one) => one.name === name))
  await expect.poll(async () => (await known()).length).toBeGreaterThan(1)
  expect(
    (await known()).filter(({ transferSize }) => transferSize > 0),
    'asked for again',
  ).toEqual([])
})

test('a page takes the rules that its text needs, now and when it changes', { tag: '@system' }, async ({ viewer }) => {
  const page = await viewer.goTo('/account/sign-in', 'hoshi')
  const zen = () => rulesOf(page, 'Zen Kaku')
  await expect.poll(async () => (await zen()).loaded.length).toBeGreaterThan(2)
  expect((await zen()).inForce, 'of 268').toBeLessThan(30)
  const hasTaka = async () => (await zen()).loaded.some((range) => /u\+9ad9\b/.test(range))
  expect(await hasTaka()).toBe(false)

  await page.evaluate(() => document.querySelector('main')?.append('髙橋'))
  await expect.poll(hasTaka).toBe(true)

  await page.reload()
  await untilAwake(page)
  await expect.poll(async () => (await zen()).loaded.length).toBeGreaterThan(2)
  expect(await hasTaka()).toBe(false)
  await page.locator('input[type="email"]').fill('髙@example.com')
  await expect.poll(hasTaka, 'in a field').toBe(true)

  await page.goto(new URL('/shows?q=髙橋', page.url()).href)
  await expect.poll(hasTaka, 'from the beginning').toBe(true)
})
