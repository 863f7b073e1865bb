import { weigh } from '#dev/check/page-weight.ts'
import { expect, test } from './fixtures/test.ts'
import { untilAwake } from './fixtures/until-awake.ts'

/**
 * Gzipped kilobytes of script that a page may have fetched with it. 136 of them are React and Next, on an empty page as
 * well (decision 0077); what is ours may grow by a tenth before somebody looks at it.
 */
const BUDGETS_KB = { home: 150, show: 178, 'show with a plan': 184 } as const

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

test('styles of Japanese families come after the first frame, with a page that is navigated to, and without scripts', {
  tag: '@blackbox',
}, async ({ viewer }) => {
  const page = await viewer.goTo('/legal/terms')
  const noto = page.locator('link[rel="stylesheet"][href="/fonts/noto-sans-jp.css"]')
  await expect(noto).toHaveCount(0)
  await page.getByRole('contentinfo').locator('a[href="/shows"]').first().click()
  await expect(page).toHaveURL(/\/shows$/)
  await expect(noto, 'titles are in Japanese there').toHaveCount(1)
  await page.reload()
  await expect(noto).toHaveCount(1)
  await expect.poll(() => page.evaluate(() => document.fonts.size), 'its rules are there').toBeGreaterThan(100)

  const html = await page.evaluate(async () => (await fetch(location.href)).text())
  expect(html.replace(/<noscript>.*?<\/noscript>/gs, ''), 'not with the poster').not.toContain(
    '<link rel="stylesheet" href="/fonts/noto-sans-jp.css"',
  )
  expect(html, 'a page names its own fonts').toContain("@font-face{font-family:'Unbounded Variable'")
  const loaded = () =>
    page.evaluate(() => [...document.fonts].flatMap(({ family, status }) => (status === 'loaded' ? family : [])))
  await expect.poll(async () => (await loaded()).some((family) => /^"?Unbounded Variable"?$/.test(family))).toBe(true)
  const [styledAtMs, paintedAtMs] = await page.evaluate(() => [
    performance.getEntriesByType('resource').find(({ name }) => name.endsWith('/fonts/noto-sans-jp.css'))?.startTime,
    performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
  ])
  expect(styledAtMs).toBeGreaterThan(paintedAtMs ?? Number.POSITIVE_INFINITY)
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
  const first = await fonts()
  expect(first.length, 'its brand’s two at least').toBeGreaterThan(1)
  expect(Math.max(...first.map(({ transferSize }) => transferSize))).toBeGreaterThan(10_000)
  await page.goto(new URL('/legal/terms', page.url()).href)
  const known = (await fonts()).filter(({ name }) => first.some((one) => one.name === name))
  expect(known.length).toBeGreaterThan(1)
  expect(
    known.filter(({ transferSize }) => transferSize > 0),
    'asked for again',
  ).toEqual([])
})

test('the rules of rare Japanese characters come to a page that shows one', { tag: '@system' }, async ({ viewer }) => {
  const page = await viewer.goTo('/account/sign-in', 'hoshi')
  const sheet = (name: string) => page.locator(`link[rel="stylesheet"][href="/fonts/${name}.css"]`)
  await expect(sheet('zen-kaku-gothic-new')).toHaveCount(1)
  const common = () => page.evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').length)
  await expect.poll(common).toBeGreaterThan(2)
  // Longer than a browser may take to be idle.
  await page.waitForTimeout(3_000)
  await expect(sheet('zen-kaku-gothic-new-rare'), 'our own words need none').toHaveCount(0)

  await page.evaluate(() => document.querySelector('main')?.append('髙橋'))
  await expect(sheet('zen-kaku-gothic-new-rare')).toHaveCount(1)
  const hasTaka = () =>
    page.evaluate(() =>
      [...document.fonts].some(
        ({ status, family, unicodeRange }) =>
          status === 'loaded' && family.includes('Zen') && /U\+9ad9\b/i.test(unicodeRange),
      ),
    )
  await expect.poll(hasTaka).toBe(true)
  const html = await page.evaluate(async () => (await fetch(location.href)).text())
  expect(html, 'without scripts').toContain('<link rel="stylesheet" href="/fonts/zen-kaku-gothic-new-rare.css"')

  await page.reload()
  await untilAwake(page)
  await expect(sheet('zen-kaku-gothic-new-rare')).toHaveCount(0)
  await page.locator('input[type="email"]').fill('髙@example.com')
  await expect(sheet('zen-kaku-gothic-new-rare'), 'in a field').toHaveCount(1)

  await page.goto(new URL('/shows?q=髙橋', page.url()).href)
  await expect(sheet('zen-kaku-gothic-new-rare'), 'from the beginning').toHaveCount(1)
})
