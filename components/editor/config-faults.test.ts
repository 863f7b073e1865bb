import { expect, it } from 'vitest'
import { Locale } from '#contracts/reseller-config.ts'
import { exampleConfig } from '#dev/test/example-config.ts'
import { configFaultWords } from '#lib/config-review/fault-words.ts'
import { translator } from '#lib/text/translator.ts'
import { faultsIn } from './config-faults.ts'

const faulty = exampleConfig({
  name: '',
  support: { email: '' },
  home: [
    { type: 'featured', title: 'Season', showIds: [] },
    { type: 'hero', title: 'x'.repeat(121) },
  ],
  navigation: [{ label: 'All', href: 'shows' }],
  footer: { text: '', links: [{ label: '', href: '' }] },
})

it('are none of what can be saved', () => {
  expect(faultsIn(exampleConfig())).toEqual(new Map())
})

it('say of each field what a person has to know, without a word of the schema’s', () => {
  expect(Object.fromEntries(faultsIn(faulty))).toEqual({
    name: { of: 'missing' },
    'home.0.showIds': { of: 'missing' },
    'home.1.title': { of: 'tooLong', limit: 120 },
    'navigation.0.href': { of: 'notALink' },
    'footer.links.0.label': { of: 'missing' },
    'footer.links.0.href': { of: 'missing' },
    'support.email': { of: 'missing' },
  })
})

it.each([
  ['en-GB', 'This must not be empty.', 'This is too long: at most 120 characters.'],
  ['de-DE', 'Das darf nicht leer sein.', 'Das ist zu lang: höchstens 120 Zeichen.'],
  ['es-ES', 'No puede quedar vacío.', 'Es demasiado largo: 120 caracteres como máximo.'],
  ['ja-JP', '入力が必要です。', '長すぎます。120文字以内にしてください。'],
] as const)('are said in %s', (locale, missing, tooLong) => {
  const t = translator(locale, 'review')
  const faults = faultsIn(faulty)
  const said = (path: string) => configFaultWords(t, faults.get(path) ?? { of: 'other' })
  expect([said('name'), said('home.1.title')]).toEqual([missing, tooLong])
})

it('are said in another way in every language', () => {
  const links = Locale.options.map((locale) => translator(locale, 'review')('wrong_notALink'))
  expect(new Set(links).size).toBe(Locale.options.length - 1) // both kinds of English say the same
})
