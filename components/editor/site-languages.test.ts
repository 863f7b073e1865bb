import { describe, expect, it } from 'vitest'
import { ResellerConfig } from '#contracts/reseller-config.ts'
import { RESELLERS } from '#dev/demo/resellers/all.ts'
import { exampleConfig } from '#dev/test/example-config.ts'
import { missingIn } from '#lib/language/translation-slots.ts'
import { withFirstLanguage, withLanguage, withoutLanguage, wordsOf } from './site-languages.ts'

const picture = { id: 'a'.repeat(64), width: 10, height: 10 }
const config = exampleConfig({
  locales: ['en-GB', 'de-DE'],
  texts: { tagline: 'Tickets', description: 'A shop', holdNotice: 'Take your time' },
  home: [
    { type: 'hero', title: 'Nights', text: 'Out', picture: { ...picture, alt: 'A stage' } },
    { type: 'text', title: 'Us', text: 'We sell.' },
    { type: 'upcoming', title: 'Next' },
  ],
  navigation: [{ label: 'All', href: '/shows' }],
  footer: { text: 'Foot', links: [{ label: 'Help', href: '/help' }] },
  legal: { imprint: 'Us', terms: 'Fair' },
  mail: { signature: 'Yours' },
  translations: {
    'de-DE': {
      texts: { tagline: 'Karten' },
      home: [{ title: 'Nächte', alt: 'Eine Bühne' }, null, { title: 'Demnächst' }],
      navigation: ['Alle'],
      legal: { imprint: 'Wir', privacy: 'Wenig' },
      mail: { signature: 'Ihre' },
    },
  },
})

describe('a language', () => {
  it('is added once, and taken away without its words', () => {
    const more = withLanguage(withLanguage(config, 'ja-JP'), 'ja-JP')
    expect(more.locales).toEqual(['en-GB', 'de-DE', 'ja-JP'])
    const less = withoutLanguage(more, 'de-DE')
    expect(less.locales).toEqual(['en-GB', 'ja-JP'])
    expect(withLanguage(less, 'de-DE').translations).toEqual(config.translations)
  })

  it('that is the first is not taken away, and one that the site does not have does not become the first', () => {
    expect(withoutLanguage(config, 'en-GB')).toBe(config)
    expect(withFirstLanguage(config, 'ja-JP')).toBe(config)
  })

  it('that becomes the first says what the site says, and the old one is its translation', () => {
    const turned = withFirstLanguage(config, 'de-DE')
    expect(ResellerConfig.safeParse(turned).error?.issues).toBeUndefined()
    expect(turned).toMatchObject({
      locale: 'de-DE',
      locales: ['de-DE', 'en-GB'],
      texts: { tagline: 'Karten', description: 'A shop' },
      home: [
        { title: 'Nächte', text: 'Out', picture: { ...picture, alt: 'Eine Bühne' } },
        { title: 'Us', text: 'We sell.' },
        { title: 'Demnächst' },
      ],
      navigation: [{ label: 'Alle', href: '/shows' }],
      legal: { imprint: 'Wir', terms: 'Fair' },
      mail: { signature: 'Ihre' },
    })
    expect(turned.texts.holdNotice).toBeUndefined() // ours is in German; theirs is not
    expect(turned.translations?.['en-GB']).toMatchObject({
      texts: { tagline: 'Tickets', holdNotice: 'Take your time' },
      home: [{ title: 'Nights', text: 'Out', alt: 'A stage' }, { title: 'Us' }, { title: 'Next' }],
      legal: { imprint: 'Us', terms: 'Fair' },
      mail: { signature: 'Yours' },
    })
  })

  it('keeps a legal text and a signature that are not in the first one any more', () => {
    const { mail: _, ...unsigned } = config
    const turned = withFirstLanguage(unsigned, 'de-DE')
    expect([turned.legal?.privacy, turned.mail?.signature]).toEqual(['Wenig', 'Ihre'])
  })

  it('says what the site said where its translation is blank', () => {
    const blank = { ...config, translations: { 'de-DE': { legal: { terms: ' ' }, mail: { signature: ' ' } } } }
    const turned = withFirstLanguage(blank, 'de-DE')
    expect([turned.legal?.terms, turned.mail?.signature]).toEqual(['Fair', 'Yours'])
  })

  it('keeps the words of a picture that says nothing in the first one any more', () => {
    const [hero, ...rest] = config.home
    const silent = {
      ...config,
      home: [{ ...hero, picture: { ...picture, alt: '' } } as (typeof config.home)[0], ...rest],
    }
    expect(withFirstLanguage(silent, 'de-DE').home[0]).toMatchObject({ picture: { alt: 'Eine Bühne' } })
  })

  it.each(Object.entries(RESELLERS))('that says all that %s says leaves nothing to translate', (_, demo) => {
    expect(missingIn(demo, wordsOf(demo))).toBe(0)
  })

  it.each(Object.entries(RESELLERS))('of %s can be turned and turned back', (_, demo) => {
    const other = demo.locales?.[1]
    if (!other) throw new Error('it speaks one language only')
    const turned = withFirstLanguage(demo, other)
    expect(ResellerConfig.safeParse(turned).error?.issues).toBeUndefined()
    const back = withFirstLanguage(turned, demo.locale)
    const { translations: _translations, locales, ...said } = back
    const { translations: __, locales: before, ...expected } = demo
    expect(said).toEqual(expected)
    expect(new Set(locales)).toEqual(new Set(before))
  })
})
