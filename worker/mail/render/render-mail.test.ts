import { describe, expect, it } from 'vitest'
import type { MailContent } from '#contracts/mail.ts'
import { Locale, type ResellerConfig } from '#contracts/reseller-config.ts'
import { RESELLERS } from '#dev/demo/resellers/all.ts'
import { exampleConfig } from '#dev/test/example-config.ts'
import { contrast } from '#lib/reseller/contrast.ts'
import type { Brand } from '../../brand/brand.ts'
import { ownLink } from '../../brand/brand.ts'
import { darkMailColours, mailColours } from './mail-colours.ts'
import { SAMPLE_MAILS, sampleMailShow } from './mail-samples.fixture.ts'
import { renderMail } from './render-mail.ts'

const brands: Brand[] = Object.entries(RESELLERS).map(([resellerId, config]) => ({
  resellerId,
  config: { ...config, mail: { signature: 'Yours,\nthe box office & <friends>' }, translations: {} },
  origin: `https://${resellerId}.example`,
}))
const looks = Locale.options.flatMap((locale) => brands.map((brand) => [locale, brand.resellerId, brand] as const))
const addressesIn = (text: string) => [...text.matchAll(/https?:\/\/[^\s"'<]+/g)].map(([address]) => address)

describe.each(looks)('mails in %s of %s', (locale, _, brand) => {
  it.each([...SAMPLE_MAILS.entries()])('say what they have to, number %i', (_at, content) => {
    const { subject, text, html } = renderMail(content, brand, locale)
    for (const written of [subject, text, html.replace(/<style>.*<\/style>/s, '')]) expect(written).not.toMatch(/[{}]/)
    expect(subject).not.toBe('')
    expect(html).toContain(`<html lang="${locale}">`)
    expect(text).toContain('Yours,\nthe box office & <friends>')
    expect(html).toContain('Yours,<br>the box office &amp; &lt;friends&gt;')
    for (const address of [...addressesIn(text), ...addressesIn(html)]) {
      expect(address.startsWith(`${brand.origin}/`), address).toBe(true)
    }
    expect(html).not.toMatch(/<img|<script|<link|url\(/i) // nothing is loaded from anywhere
  })
})

it('carries a logo along, as large as its room, and says the wordmark where pictures are off', () => {
  const [brand] = brands
  const [mail] = SAMPLE_MAILS
  if (!brand || !mail) throw new Error('no sample')
  const picture = { id: 'a'.repeat(64), width: 640, height: 120 }
  const config = { ...brand.config, logo: { wordmark: 'A "B" <c>', mark: 'none' as const, picture } }
  const { html } = renderMail(mail, { ...brand, config, logo: new Uint8Array(1) }, 'en-GB')
  expect(html).toContain('<img src="cid:logo@brand" alt="A &quot;B&quot; &lt;c&gt;" width="160" height="30"')
  const removed = renderMail(mail, { ...brand, config, logo: null }, 'en-GB').html
  expect(removed).not.toContain('<img')
  expect(removed).toContain('A &quot;B&quot; &lt;c&gt;</a>')
})

it.each(['show.tomorrow', 'waitlist.available'])('ends %s with the way to hear no more of it', (kind) => {
  const [brand] = brands
  const mail = SAMPLE_MAILS.find((sample) => sample.kind === kind)
  if (!brand || !mail || !('unsubscribeUrl' in mail.data)) throw new Error('no sample')
  const href = ownLink(brand, mail.data.unsubscribeUrl ?? '', 'en-GB')
  const named = { ...brand, config: { ...brand.config, name: 'A & <B>' } }
  const { html, text } = renderMail(mail, named, 'en-GB')
  expect(text.trimEnd().endsWith(`:\n${href}`)).toBe(true)
  const last = html.slice(html.lastIndexOf('<p'))
  expect(last).toContain(`<a href="${href}"`)
  expect(last).toContain(kind === 'show.tomorrow' ? '>No more reminders from A &amp; &lt;B&gt;</a>' : '>Do not write')
})

it('offers no way out of mails that somebody has to have', () => {
  const [brand] = brands
  const confirmed = SAMPLE_MAILS.find(({ kind }) => kind === 'order.confirmed')
  if (!brand || !confirmed) throw new Error('no sample')
  expect(renderMail(confirmed, brand, 'en-GB').html).not.toContain('unsubscribe')
})

it('leads to pages in its own language, with the reseller’s words in it', () => {
  const [brand] = brands
  if (!brand) throw new Error('no sample')
  const locales = ['en-GB', 'de-DE'] as const
  const config = {
    ...exampleConfig({ locales: [...locales], footer: { text: 'Ltd', links: [] } }),
    translations: { 'de-DE': { footer: { text: 'GmbH' } } },
  }
  for (const content of SAMPLE_MAILS) {
    const { html, text } = renderMail(content, { ...brand, config }, 'de-DE')
    for (const address of [...addressesIn(text), ...addressesIn(html)])
      expect(new URL(address).pathname, address).toMatch(/^\/de(?:\/|$)/)
    expect(text).toContain('GmbH')
    const english = renderMail(content, { ...brand, config }, 'en-GB')
    for (const address of addressesIn(english.html)) expect(new URL(address).pathname).not.toMatch(/^\/de(?:\/|$)/)
    expect(english.text).toContain('Ltd')
  }
})

describe('the signature of a mail', () => {
  const signed = {
    mail: { signature: 'Yours,\nthe box office' },
    translations: { 'de-DE': { mail: { signature: 'Ihre\nTheaterkasse' } }, 'es-ES': {} },
  }
  const render = (locale: Locale, change: Partial<ResellerConfig> = {}) => {
    const [mail] = SAMPLE_MAILS
    const config = exampleConfig({ locales: ['en-GB', 'de-DE', 'es-ES'], ...signed, ...change })
    if (!mail) throw new Error('no sample')
    return renderMail(mail, { resellerId: 'aurora', origin: 'https://aurora.example', config }, locale)
  }

  it('is in the language of the mail', () => {
    const { text, html } = render('de-DE')
    expect(text).toContain('Ihre\nTheaterkasse')
    expect(html).toContain('Ihre<br>Theaterkasse')
    expect(`${text}${html}`).not.toContain('the box office')
    expect(html).not.toMatch(/<p[^>]* lang=/)
  })

  it('is the first language’s where nobody translated it, and is marked as such', () => {
    const { text, html } = render('es-ES')
    expect(text).toContain('Yours,\nthe box office')
    expect(html).toMatch(/<p [^>]*lang="en-GB"[^>]*>Yours,<br>the box office<\/p>/)
    expect(render('en-GB').html).not.toMatch(/<p[^>]* lang=/)
  })

  it('is the first language’s where its translation is blank', () => {
    const { text, html } = render('de-DE', { translations: { 'de-DE': { mail: { signature: ' ' } } } })
    expect(text).toContain('Yours,\nthe box office')
    expect(html).toMatch(/<p [^>]*lang="en-GB"[^>]*>Yours,<br>the box office<\/p>/)
  })

  it('that was taken out is gone in every language', () => {
    for (const mail of [{}, { signature: ' ' }])
      for (const locale of ['en-GB', 'de-DE', 'es-ES'] as const)
        expect(render(locale, { mail }).text).not.toMatch(/Theaterkasse|box office/)
  })
})

it('writes times by the venue’s clock, money and dates as people there do', () => {
  const [, luna] = brands.map((brand) => brand)
  const confirmed = SAMPLE_MAILS.find(({ kind }) => kind === 'order.confirmed')
  if (!luna || !confirmed) throw new Error('no sample')
  expect(renderMail(confirmed, luna, 'de-DE').text).toContain('Samstag, 5. Dezember 2026, 19:30')
  expect(renderMail(confirmed, luna, 'en-US').text).toContain('Saturday, December 5, 2026, 7:30 PM')
  expect(renderMail(confirmed, luna, 'ja-JP').text).toContain('2026年12月5日土曜日 19:30')
  expect(renderMail(confirmed, luna, 'en-GB').text).toContain('£90.00')
})

it('says what no longer holds of a show that moved, and nothing of the sort when it is cancelled', () => {
  const [brand] = brands
  if (!brand) throw new Error('no sample')
  const show = { ...sampleMailShow, venue: 'Trinity' }
  const data = { show, url: '/orders/1', before: { ...sampleMailShow, startsAt: '2026-12-04T19:30:00Z' } }
  const moved = renderMail({ kind: 'show.changed', data: { ...data, cancelled: false } }, brand, 'en-GB')
  expect(moved.subject).toBe('New date: Night Train')
  expect(moved.text).toContain('Before: Friday, 4 December 2026, 19:30 · The Old Depot, Bristol')
  const off = renderMail({ kind: 'show.changed', data: { ...data, cancelled: true } }, brand, 'en-GB')
  expect(off.subject).toBe('Cancelled: Night Train')
  expect(off.text).not.toContain('Before')
})

it('escapes whatever a person or a reseller typed', () => {
  const [brand] = brands
  if (!brand) throw new Error('no sample')
  const nasty = `"><img src=x onerror=alert(1)>'&`
  const config = { ...brand.config, name: nasty, logo: { ...brand.config.logo, wordmark: nasty } }
  const show = { ...sampleMailShow, title: nasty, venue: nasty, address: nasty }
  const order = { id: 'o', code: nasty.slice(0, 20), name: nasty, tickets: 1, total: { amount: 1, currency: 'GBP' as const, fees: 0 } } // biome-ignore format: one line
  const url = `/orders/1?x="><img src=x>`
  const { html, subject } = renderMail(
    { kind: 'order.confirmed', data: { order, show, url } },
    { ...brand, config: { ...config, footer: { text: nasty, links: [] } } },
    'en-GB',
  )
  expect(html).not.toContain('<img')
  expect(html).toContain('&quot;&gt;&lt;img src=x onerror=alert(1)&gt;&#39;&amp;')
  expect(subject).toContain(nasty) // plain text: the header's encoding is the library's
})

describe('a link in a mail', () => {
  const config = exampleConfig({ locales: ['en-GB', 'de-DE', 'en-US'] })
  const brand = { origin: 'https://tickets.example', config }
  it.each([
    ['a path', '/orders/1?a=b#c', 'https://tickets.example/orders/1?a=b#c'],
    ['an address of another host', 'https://evil.example/orders/1', 'https://tickets.example/orders/1'],
    ['one with a name and a port', 'http://a:b@evil.example:81/x', 'https://tickets.example/x'],
    ['one that climbs', '/../../x', 'https://tickets.example/x'],
    ['one that looks like a path', '//evil.example/x', 'https://tickets.example/x'],
  ])('leads to the reseller’s own host, from %s', (_, given, own) => {
    expect(ownLink(brand, given, 'en-GB')).toBe(own)
  })

  it.each([
    ['a page', '/orders/1?key=a', 'de-DE', 'https://tickets.example/de/orders/1?key=a'],
    ['the first page', '/', 'de-DE', 'https://tickets.example/de'],
    ['a page in one of two kinds of English', '/orders/1', 'en-US', 'https://tickets.example/en-us/orders/1'],
    ['an address of another host', 'https://evil.example/orders/1', 'de-DE', 'https://tickets.example/de/orders/1'],
    ['what only programs ask', '/api/unsubscribe/key', 'de-DE', 'https://tickets.example/api/unsubscribe/key'],
    ['a page in a language that the site does not speak', '/orders/1', 'ja-JP', 'https://tickets.example/orders/1'],
  ] as const)('opens in the language of the mail: %s', (_, given, locale, own) => {
    expect(ownLink(brand, given, locale)).toBe(own)
  })
})

describe.each(brands.map(({ resellerId, config }) => [resellerId, config.theme] as const))(
  'colours of %s',
  (_, theme) => {
    const pairs = ['text', 'muted', 'link'] as const
    it('can be read on both grounds, and in the dark', () => {
      for (const colours of [mailColours(theme), darkMailColours(theme) ?? mailColours(theme)]) {
        for (const text of pairs) {
          for (const ground of [colours.surface, colours.background]) {
            expect(contrast(colours[text], ground), `${text} ${colours[text]} on ${ground}`).toBeGreaterThanOrEqual(4.5)
          }
        }
        expect(contrast(colours.onButton, colours.button)).toBeGreaterThanOrEqual(4.5)
      }
    })

    it('of a theme that is dark stay as they are', () => {
      expect(darkMailColours(theme) === null).toBe(theme.scheme === 'dark')
    })
  },
)

it('keeps names that are written from right to left in their places, and leaves addresses alone', () => {
  const [brand] = brands
  if (!brand) throw new Error('no sample')
  const show = { ...sampleMailShow, title: 'לילה לבן!', venue: 'היכל 7', address: 'יפו 12, תל אביב' }
  const order = {
    code: 'K7QX-24PD',
    name: 'דנה 2',
    tickets: 2,
    id: 'o',
    total: { amount: 9_000, currency: 'GBP', fees: 0 },
  }
  const content = { kind: 'order.confirmed', data: { order, show, url: '/orders/o' } } as MailContent
  const { subject, text, html } = renderMail(content, brand, 'en-GB')
  expect(subject).toBe('Your tickets: \u2068לילה לבן!\u2069')
  for (const written of [text, html]) {
    for (const name of ['לילה לבן!', 'היכל 7', 'דנה 2']) {
      const bare = written.replaceAll(`\u2068${name}\u2069`, '')
      expect(written).toContain(name)
      expect(bare).not.toContain(name)
    }
    for (const address of addressesIn(written)) expect(address).not.toMatch(/[\u2066-\u2069]/)
  }
})
