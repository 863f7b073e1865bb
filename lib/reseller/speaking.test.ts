import { describe, expect, it } from 'vitest'
import type { ResellerConfig, Translation } from '#contracts/reseller-config.ts'
import { exampleConfig } from '#dev/test/example-config.ts'
import { langOfShow, langOfWords } from '#lib/language/lang-of.ts'
import type { Site } from './site.ts'
import { siteAddress, siteAt } from './site-address.ts'
import { speaking } from './speaking.ts'

const site: Site = {
  ...{ resellerId: 'aurora', version: 1, host: 'aurora.localhost', primaryHost: 'aurora.localhost' },
  config: exampleConfig({
    locales: ['en-GB', 'de-DE'],
    texts: { tagline: 'Tickets', description: 'Good evenings', holdNotice: 'Kept for you' },
    home: [
      { type: 'hero', title: 'Tonight', text: 'Come in' },
      { type: 'upcoming', title: 'Soon' },
    ],
    navigation: [
      { label: 'Shows', href: '/shows' },
      { label: 'Help', href: '/help' },
    ],
    footer: { text: 'Ltd', links: [{ label: 'Shows', href: '/shows' }] },
    translations: {
      'de-DE': { texts: { tagline: 'Karten' }, home: [{ title: 'Heute' }, null], navigation: [null, 'Hilfe'] },
    },
  }),
}
const german = speaking(site, 'de-DE')

it('says what was translated in the other language, and the rest as it was', () => {
  expect(german.config).toMatchObject({
    locale: 'de-DE',
    locales: ['en-GB', 'de-DE'],
    texts: { tagline: 'Karten', description: 'Good evenings' },
    home: [
      { type: 'hero', title: 'Heute', text: 'Come in' },
      { type: 'upcoming', title: 'Soon' },
    ],
    navigation: [
      { label: 'Shows', href: '/shows' },
      { label: 'Hilfe', href: '/help' },
    ],
    footer: { text: 'Ltd', links: [{ label: 'Shows', href: '/shows' }] },
  })
})

it('knows which words are in the first language still', () => {
  expect(langOfWords(german, 'Come in')).toBe('en-GB')
  expect(langOfWords(german, 'Heute')).toBeUndefined()
  expect(langOfWords(site, 'Come in')).toBeUndefined()
})

it('leaves the notice of holds to our own words, which are in every language', () => {
  expect(german.config.texts).not.toHaveProperty('holdNotice')
  const translations = { 'de-DE': { texts: { holdNotice: ' ' } } }
  const blank = speaking({ ...site, config: { ...site.config, translations } }, 'de-DE')
  expect(blank.config.texts).not.toHaveProperty('holdNotice')
})

describe('legal texts and the signature of mails', () => {
  const legal = { imprint: 'Us', privacy: 'Little' }
  const mail = { signature: 'Yours' }
  const words = { legal: { imprint: 'Wir', terms: 'Anständig' }, mail: { signature: 'Ihre' } }
  const spoken = (translation: Translation, config: Partial<ResellerConfig> = { legal, mail }) => {
    const translations = { 'de-DE': translation }
    return speaking({ ...site, config: { ...site.config, ...config, translations } }, 'de-DE')
  }

  it('are in the page’s language, and those that were not translated are known for it', () => {
    const page = spoken(words)
    expect(page.config).toMatchObject({ legal: { imprint: 'Wir', privacy: 'Little' }, mail: { signature: 'Ihre' } })
    expect(langOfWords(page, 'Little')).toBe('en-GB')
    expect(langOfWords(page, 'Wir')).toBeUndefined()
  })

  it('stay in the first language where nobody translated any', () => {
    const page = spoken({})
    expect(page.config).toMatchObject({ legal, mail })
    expect(['Us', 'Little', 'Yours'].map((text) => langOfWords(page, text))).toEqual(['en-GB', 'en-GB', 'en-GB'])
  })

  it('stay in the first language where a translation is blank, which says nothing', () => {
    const page = spoken({ legal: { imprint: ' ', privacy: '\n' }, mail: { signature: ' ' } })
    expect(page.config).toMatchObject({ legal, mail })
    expect(['Us', 'Little', 'Yours'].map((text) => langOfWords(page, text))).toEqual(['en-GB', 'en-GB', 'en-GB'])
  })

  it('that are not there in the first language are in no other', () => {
    expect(spoken(words).config.legal).not.toHaveProperty('terms')
    const bare = spoken(words, {}).config
    expect([bare.legal, bare.mail]).toEqual([undefined, undefined])
    expect(spoken(words, { mail: { signature: ' ' } }).config.mail).toEqual({ signature: ' ' })
  })
})

it('has no words for a picture that is decoration in the first language', () => {
  const picture = { id: 'a'.repeat(64), width: 10, height: 10, alt: '' }
  const home = [{ type: 'hero' as const, title: 'Tonight', picture }]
  const translations = { 'de-DE': { home: [{ title: 'Heute', alt: 'Eine Bühne' }] } }
  const decorated = { ...site, config: { ...site.config, home, translations } }
  expect(speaking(decorated, 'de-DE').config.home).toEqual([{ ...home[0], title: 'Heute' }])
})

it('is made once per language, and is the site itself in the first', () => {
  expect(speaking(site, 'de-DE')).toBe(german)
  expect(speaking(site, 'en-GB')).toBe(site)
})

it('marks a show that is written in another language than the page', () => {
  expect(langOfShow(german, {})).toBe('en-GB')
  expect(langOfShow(german, { language: 'de' })).toBeUndefined()
  expect(langOfShow(site, { language: 'en' })).toBeUndefined()
  expect(langOfShow(site, { language: 'ja' })).toBe('ja')
})

it('is found again under the address that names host and language', async () => {
  const directory = { find: async (host: string) => (host === site.host ? site : null) }
  const at = (address: string) => siteAt(directory, address)
  const locales = ['en-GB', 'de-DE'] as const
  expect((await at(siteAddress(site.host, 'de-DE', locales)))?.config.locale).toBe('de-DE')
  expect(await at(siteAddress(site.host, 'en-GB', locales))).toBe(site)
  for (const address of ['aurora.localhost~es', 'aurora.localhost~en', 'aurora.localhost~', 'luna.localhost~de'])
    expect(await at(address), address).toBeNull()
})
