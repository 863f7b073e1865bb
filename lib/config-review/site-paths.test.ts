import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { exampleConfig } from '#dev/test/example-config.ts'
import { sitePathIn } from './site-paths.ts'

const site = { ...exampleConfig(), hosts: ['shop.example'], legal: { imprint: 'Us' } }

/** What no menu can lead to: files and calls, and pages that are one person's at one moment. */
const NO_TARGETS = [
  'api',
  'card.png',
  'favicon.ico',
  'media',
  'robots.txt',
  'sitemap',
  'checkout',
  'unsubscribe',
  'waitlist',
  'legal',
]

describe('a link of a configuration', () => {
  const folders = readdirSync(join(import.meta.dirname, '../../app/sites/[host]'), { withFileTypes: true })
  const pages = folders.filter(
    (one) => one.isDirectory() && !one.name.startsWith('[') && !NO_TARGETS.includes(one.name),
  )

  it.each(pages.map(({ name }) => `/${name}`))('to %s leads to a page that there is', (path) => {
    expect(sitePathIn(site, path)).toEqual({ to: 'page' })
  })

  it.each([
    ['/', { to: 'page' }],
    ['https://shop.example/inbox', { to: 'page' }],
    ['/inboxes', { to: 'nowhere' }],
    ['/shows/night-train', { to: 'show', showId: 'night-train' }],
    ['/legal/imprint', { to: 'page' }],
    ['/legal/terms', { to: 'nowhere' }],
    ['https://elsewhere.example/', { to: 'away' }],
    ['mailto:us@shop.example', { to: 'away' }],
  ])('to %s leads %j', (href, where) => {
    expect(sitePathIn(site, href)).toEqual(where)
  })
})
