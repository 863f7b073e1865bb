import { describe, expect, it } from 'vitest'
import type { Locale } from '#contracts/reseller-config.ts'
import { languageOfCall, readLanguage, withLanguage } from './language-path.ts'

const locales: Locale[] = ['en-GB', 'es-ES', 'de-DE']

describe('reading a path', () => {
  it.each([
    ['/', 'en-GB', '/'],
    ['/shows/night-train', 'en-GB', '/shows/night-train'],
    ['/de', 'de-DE', '/'],
    ['/de/', 'de-DE', '/'],
    ['/de/shows/night-train', 'de-DE', '/shows/night-train'],
    ['/es/checkout/h1', 'es-ES', '/checkout/h1'],
    ['/de/es/shows', 'de-DE', '/es/shows'],
  ])('%s is %s of %s', (pathname, locale, path) => {
    expect(readLanguage(pathname, locales)).toEqual({ locale, path })
  })

  it.each(['/en', '/en/shows', '/ja/shows', '/fr', '/DE/shows', '/de-DE/shows', '/design', '/%64e/shows'])(
    '%s is a path like any other',
    (pathname) => expect(readLanguage(pathname, locales)).toEqual({ locale: 'en-GB', path: pathname }),
  )

  it.each([
    '/de/api/holds',
    '/de/media/artworks/a',
    '/de/robots.txt',
    '/de/favicon.ico',
    '/de/sitemap.xml',
    '/de/_next/static/a.js',
  ])('%s has no language, so it is nothing', (pathname) =>
    expect(readLanguage(pathname, locales)).toEqual({ locale: 'en-GB', path: pathname }),
  )

  it('is all there is on a site with one language', () => {
    expect(readLanguage('/es/shows', ['es-ES'])).toEqual({ locale: 'es-ES', path: '/es/shows' })
  })
})

describe('writing an address', () => {
  it.each([
    ['/', '/de'],
    ['/?q=x', '/de?q=x'],
    ['/#top', '/de#top'],
    ['/shows?category=concert', '/de/shows?category=concert'],
    ['/shows/a#tickets', '/de/shows/a#tickets'],
    ['/api/orders/o/tickets', '/api/orders/o/tickets'],
    ['/media/artworks/a?w=480', '/media/artworks/a?w=480'],
    ['/sitemap.xml', '/sitemap.xml'],
    ['/apiary', '/de/apiary'],
    ['//elsewhere.example/x', '//elsewhere.example/x'],
    ['https://elsewhere.example/', 'https://elsewhere.example/'],
    ['mailto:a@b.example', 'mailto:a@b.example'],
    ['#tickets', '#tickets'],
  ])('%s becomes %s', (href, written) => expect(withLanguage('/de', href)).toBe(written))

  it('changes nothing in the first language', () => expect(withLanguage('', '/shows')).toBe('/shows'))

  it.each(['/', '/shows', '/shows/a', '/orders/o'])('%s is read back as it was', (path) => {
    expect(readLanguage(withLanguage('/es', path), locales)).toEqual({ locale: 'es-ES', path })
  })
})

describe('an answer for a program', () => {
  const asked = (acceptLanguage: string | null, referer: string | null = null) =>
    languageOfCall({ acceptLanguage, referer }, 'aurora.localhost', locales)

  it('is in the language that the page names', () => expect(asked('de-DE')).toBe('de-DE'))
  it('does not take a browser’s own wishes for a page’s language', () => expect(asked('de-DE,de;q=0.9')).toBe('en-GB'))
  it('is in that of the page a link stands on', () => {
    expect(asked('ja', 'http://aurora.localhost:3000/es/orders/o')).toBe('es-ES')
    expect(asked(null, 'http://luna.localhost:3000/es/orders/o')).toBe('en-GB')
    expect(asked(null, 'nonsense')).toBe('en-GB')
  })
})
