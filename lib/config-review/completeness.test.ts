import { describe, expect, it } from 'vitest'
import type { ResellerConfig, Translation } from '#contracts/reseller-config.ts'
import { exampleConfig } from '#dev/test/example-config.ts'
import { gapsIn, showIdsIn } from './completeness.ts'
import { gonePictures } from './missing-pictures.ts'
import { reviewOf } from './review.ts'

const whole = exampleConfig({
  legal: { imprint: 'Us', privacy: 'Little', terms: 'Fair' },
  mail: { signature: 'Yours' },
  home: [
    { type: 'hero', title: 'Nights out' },
    { type: 'featured', title: 'Season', showIds: ['a', 'b'] },
    { type: 'upcoming', title: 'Upcoming' },
  ],
})
const link = (href: string): Partial<ResellerConfig> => ({ navigation: [{ label: 'There', href }] })
const shows = new Map([
  ['a', true],
  ['b', true],
  ['gone', false],
])

describe('a picture that was removed', () => {
  const picture = (digit: string) => ({ id: digit.repeat(64), width: 100, height: 50 })
  const pictured: ResellerConfig = {
    ...whole,
    logo: { ...whole.logo, picture: picture('a') },
    home: [
      { type: 'hero', title: 'Nights out', picture: { ...picture('b'), alt: '' } },
      { type: 'text', title: 'About us', text: 'x', picture: { ...picture('c'), alt: '' } },
      { type: 'upcoming', title: 'Upcoming' },
    ],
  }
  const gapsWith = (...digits: string[]) => {
    const ids = new Set(digits.map((digit) => picture(digit).id))
    return gapsIn(pictured, shows, new Map(), gonePictures(pictured, ids))
  }

  it('is missing where it stood, and is no reason to stop a publish', () => {
    const missing = (section: string | null) => ({ kind: 'gap', what: 'missingPicture', section })
    expect(gapsWith('a', 'b', 'c', 'd')).toEqual([])
    expect(gapsWith('b', 'c')).toEqual([missing(null)])
    expect(gapsWith('a')).toEqual([missing('Nights out'), missing('About us')])
    const gone = gonePictures(pictured, new Set())
    expect(reviewOf(pictured, shows, new Map(), gone)).toMatchObject({ blocked: false, gaps: { length: 3 } })
  })
})

describe('what is missing', () => {
  it('is nothing from a whole configuration', () => {
    expect(gapsIn(whole, shows)).toEqual([])
  })

  it.each([
    '/',
    '/shows',
    '/shows?category=dance',
    '/shows/a',
    '/legal/terms',
    'https://elsewhere.example/x',
    'https://example.localhost/shows',
    'mailto:us@example.com',
    '/shows#top',
  ])('lets a link to %s pass', (href) => {
    expect(gapsIn({ ...whole, ...link(href) }, shows)).toEqual([])
  })

  it.each([
    '/about',
    '/shows/gone',
    '/legal/cookies',
    '/showss',
    '/shows/a/b',
    'https://example.localhost/nothing',
    '/../x',
  ])('finds that %s leads nowhere', (href) => {
    expect(gapsIn({ ...whole, ...link(href) }, shows)).toEqual([
      { kind: 'gap', what: 'deadLink', place: 'navigation', label: 'There', href },
    ])
  })

  it('finds a legal page that is linked and not written', () => {
    const config = { ...whole, ...link('/legal/terms'), legal: { imprint: 'Us', privacy: 'Little' } }
    expect(gapsIn(config, shows).map(({ what }) => what)).toEqual(['deadLink', 'noLegal'])
  })

  it.each<[string, Partial<ResellerConfig>, string]>([
    ['a section of blanks', { home: [{ type: 'upcoming', title: '  ' }] }, 'emptySection'],
    [
      'a show that core does not know',
      { home: [{ type: 'featured', title: 'F', showIds: ['a', 'gone'] }] },
      'unknownShow',
    ],
    [
      'a section of such shows only',
      { home: [{ type: 'featured', title: 'F', showIds: ['gone'] }] },
      'nothingFeatured',
    ],
    ['a home page without shows', { home: [{ type: 'hero', title: 'Hello' }] }, 'noProgramme'],
    ['no tagline', { texts: { tagline: ' ', description: 'x' } }, 'noTagline'],
    ['no description', { texts: { tagline: 'x', description: '' } }, 'noDescription'],
    ['mails that nobody signs', { mail: {} }, 'noSignature'],
    [
      'a wordmark that no header holds',
      { logo: { wordmark: 'The Grand Ticket Exchange', mark: 'none' } },
      'longWordmark',
    ],
    [
      'a wide wordmark of few characters',
      { logo: { wordmark: '夜空の星座劇場チケット', mark: 'none' } },
      'longWordmark',
    ],
    [
      'a title of many lines',
      {
        home: [
          { type: 'hero', title: 'x'.repeat(61) },
          { type: 'upcoming', title: 'U' },
        ],
      },
      'longTitle',
    ],
    [
      'a menu that wraps',
      { navigation: Array.from({ length: 6 }, (_, n) => ({ label: `Twelve chars ${n}`, href: '/shows' })) },
      'longNavigation',
    ],
  ])('finds %s', (_, change, what) => {
    expect(gapsIn({ ...whole, ...change }, shows).map((gap) => gap.what)).toEqual([what])
  })

  const spoken: ResellerConfig = {
    ...whole,
    locales: ['en-GB', 'de-DE', 'ja-JP'],
    translations: {
      'de-DE': {
        texts: { tagline: 'Karten', description: 'Ein Beispiel' },
        home: [{ title: 'Nächte' }, { title: 'Saison' }, { title: 'Demnächst' }],
        legal: { imprint: 'Wir', privacy: 'Wenig', terms: 'Anständig' },
        mail: { signature: 'Ihre' },
      },
    },
  }

  it('names what each further language lacks, what the law wants said before all else', () => {
    const all = ['imprint', 'privacy', 'terms', 'signature', 'tagline', 'description', 'home'] as const
    expect(gapsIn(spoken, shows)).toEqual([
      { kind: 'gap', what: 'untranslated', locale: 'ja-JP', count: 9, parts: [...all] },
    ])
  })

  it.each<[string, (words: Translation) => unknown, string]>([
    ['an imprint', ({ legal }) => delete legal?.imprint, 'imprint'],
    ['a privacy notice', ({ legal }) => delete legal?.privacy, 'privacy'],
    ['terms', ({ legal }) => delete legal?.terms, 'terms'],
    ['a signature', (words) => delete words.mail, 'signature'],
    ['one title of many', ({ home }) => home?.splice(1, 1, null), 'home'],
    ['terms of blanks', ({ legal }) => Object.assign(legal ?? {}, { terms: ' ' }), 'terms'],
  ])('names %s that is in the first language only', (_, take, part) => {
    const config = structuredClone({ ...spoken, locales: ['en-GB', 'de-DE'] } satisfies ResellerConfig)
    take(config.translations?.['de-DE'] ?? {})
    const gap = { kind: 'gap', what: 'untranslated', locale: 'de-DE', count: 1, parts: [part] }
    expect(gapsIn(config, shows)).toEqual([gap])
    expect(reviewOf(config, shows, new Map()).blocked).toBe(false)
  })

  it('does not count a notice of holds: where its translation lacks, our own words stand in the page’s language', () => {
    const locales: ResellerConfig['locales'] = ['en-GB', 'de-DE']
    const texts = { ...spoken.texts, holdNotice: 'Take your time' }
    expect(gapsIn({ ...spoken, locales, texts }, shows)).toEqual([])
  })

  it('wants no translation of what is not there in the first language', () => {
    const { legal: _legal, mail: _mail, ...rest } = spoken
    const locales: ResellerConfig['locales'] = ['en-GB', 'de-DE']
    expect(
      gapsIn(
        { ...rest, locales, translations: { 'de-DE': { ...rest.translations?.['de-DE'], legal: {}, mail: {} } } },
        shows,
      ).map(({ what }) => what),
    ).toEqual(['noLegal', 'noLegal', 'noLegal', 'noSignature'])
  })

  it('says that shows were not looked up, when core was away, and accuses none', () => {
    expect(gapsIn({ ...whole, home: [{ type: 'featured', title: 'F', showIds: ['gone'] }] }, null)).toEqual([
      { kind: 'gap', what: 'showsUnchecked' },
    ])
  })

  it('asks core about every featured or linked show, once', () => {
    expect(showIdsIn({ ...whole, ...link('/shows/a') })).toEqual(['a', 'b'])
  })
})

describe('a review', () => {
  it('blocks what cannot be read, and nothing else', () => {
    const gappy = { ...whole, home: [{ type: 'hero' as const, title: 'Hello' }] }
    expect(reviewOf(gappy, shows, new Map())).toMatchObject({ blocked: false, gaps: [{ what: 'noProgramme' }] })
    const { theme } = whole
    const pale = { ...whole, theme: { ...theme, colours: { ...theme.colours, text: '#cccccc' } } }
    expect(reviewOf(pale, shows, new Map()).blocked).toBe(true)
  })
})
