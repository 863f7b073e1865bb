import { expect, it } from 'vitest'
import { exampleConfig } from '#dev/test/example-config.ts'
import { pageAddresses } from './page-addresses.ts'
import { robotsText } from './robots.ts'
import { ADDRESSES_PER_FILE, sitemapPartText, sitemapText } from './sitemap.ts'

const origin = 'https://tickets.example'
const one = { config: exampleConfig() }
const two = { config: exampleConfig({ locales: ['en-GB', 'de-DE'] }) }
const shows = (count: number) => Array.from({ length: count }, (_, index) => `show-${index}`)
const locations = (text: string | null) =>
  [...(text ?? '').matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address)

it('names every page in every language, each with all the others', () => {
  const text = sitemapText(two, origin, ['a'])
  expect(locations(text)).toEqual(
    ['/', '/de', '/shows', '/de/shows', '/shows/a', '/de/shows/a'].map((path) => origin + path),
  )
  for (const [locale, path] of [
    ['en-GB', '/shows/a'],
    ['de-DE', '/de/shows/a'],
    ['x-default', '/shows/a'],
  ])
    expect(text.split(`<xhtml:link rel="alternate" hreflang="${locale}" href="${origin}${path}"/>`)).toHaveLength(3)
})

it('names the legal texts that were written, in every language of the site', () => {
  const legal = { terms: 'Fair', imprint: 'Us' }
  expect(locations(sitemapText({ config: { ...two.config, legal } }, origin, []))).toEqual(
    ['/', '/de', '/shows', '/de/shows', '/legal/imprint', '/de/legal/imprint', '/legal/terms', '/de/legal/terms'].map(
      (path) => origin + path,
    ),
  )
})

it('speaks of no languages where there is one', () => {
  expect(sitemapText(one, origin, ['a'])).not.toContain('hreflang')
})

it('is one file up to the limit, and an index of several beyond it', () => {
  const fits = shows(ADDRESSES_PER_FILE - 2)
  expect(locations(sitemapText(one, origin, fits))).toHaveLength(ADDRESSES_PER_FILE)
  expect(sitemapPartText(one, origin, fits, 1)).toBeNull()

  const more = [...fits, 'one-more']
  expect(locations(sitemapText(one, origin, more))).toEqual([1, 2].map((part) => `${origin}/sitemap/${part}.xml`))
  const parts = [1, 2].map((part) => locations(sitemapPartText(one, origin, more, part)))
  expect(parts.map((part) => part.length)).toEqual([ADDRESSES_PER_FILE, 1])
  expect(new Set(parts.flat()).size).toBe(ADDRESSES_PER_FILE + 1)
  expect(sitemapPartText(one, origin, more, 3)).toBeNull()
})

it('counts addresses, not pages, where there are several languages', () => {
  const more = shows(ADDRESSES_PER_FILE / 2)
  expect(locations(sitemapPartText(two, origin, more, 1))).toHaveLength(ADDRESSES_PER_FILE)
})

it('has the same addresses as the pages’ heads', () => {
  const german = { config: { ...two.config, locale: 'de-DE' as const } }
  expect(pageAddresses(german, origin, '/shows/a')).toEqual({
    own: `${origin}/de/shows/a`,
    byLocale: [
      ['en-GB', `${origin}/shows/a`],
      ['de-DE', `${origin}/de/shows/a`],
    ],
    other: `${origin}/shows/a`,
  })
})

it('keeps robots from what belongs to one person, in every language', () => {
  const lines = robotsText(two, origin).split('\n')
  for (const path of ['/account', '/de/account', '/admin', '/de/orders', '/checkout', '/api/', '/preview'])
    expect(lines).toContain(`Disallow: ${path}`)
  expect(lines).toContain(`Sitemap: ${origin}/sitemap.xml`)
  expect(lines).not.toContain('Disallow: /')
})
