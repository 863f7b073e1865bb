import { expect, it } from 'vitest'
import type { ConfigRefusal } from '#contracts/config-refusal.ts'
import { Locale, ResellerConfig } from '#contracts/reseller-config.ts'
import { exampleConfig } from '#dev/test/example-config.ts'
import { translator } from '#lib/text/translator.ts'
import { fieldFaults } from './config-fault.ts'
import { fieldName } from './fault-words.ts'
import { refusalWords } from './refusal-words.ts'

const en = translator('en-GB', 'review')

/** As the worker finds it. */
function causeFor(change: Partial<ResellerConfig>): ConfigRefusal {
  const config = exampleConfig(change)
  const { error } = ResellerConfig.safeParse(config)
  return { of: 'fields', fields: error ? fieldFaults(error, config) : [] }
}

it('tells a refused version field by field, in every language, without a word of the schema’s', () => {
  const cause = causeFor({
    name: '',
    home: [{ type: 'hero', title: 'x'.repeat(121) }],
    navigation: [{ label: 'All', href: 'shows' }],
    support: { email: 'help@' },
  })
  expect(refusalWords(en, cause)).toEqual([
    'Name: This must not be empty.',
    'Title of section 1: This is too long: at most 120 characters.',
    'Menu: link 1: A link begins with /, https:// or mailto:.',
    'Support e-mail: This is not an e-mail address, such as help@example.com.',
  ])
  for (const locale of Locale.options.filter((one) => !one.startsWith('en')))
    expect(refusalWords(translator(locale, 'review'), cause).join()).not.toMatch(/Too |expected|Invalid|must start/)
})

const hosts = { path: 'hosts.0', fault: { of: 'other' }, said: 'is not a host name' } as const

it.each<[ConfigRefusal, string]>([
  [{ of: 'hostTaken', host: 'a.example' }, 'The address a.example belongs to another site.'],
  [{ of: 'machineHost', host: '10.0.0.1' }, '10.0.0.1 is the address of a machine, not of a site.'],
  [{ of: 'tooLong', limitBytes: 500_000 }, 'It is longer than a site may be.'],
  [{ of: 'changed' }, 'A version under this number is kept already, with other content.'],
  [{ of: 'other', said: 'PostgreSQL refused it (23514)' }, 'Not accepted: “PostgreSQL refused it (23514)”'],
  [{ of: 'fields', fields: [hosts] }, 'Addresses: Not accepted: “is not a host name”'],
])('says of %j: %s', (cause, said) => {
  expect(refusalWords(en, cause)).toEqual([said])
})

it.each([
  ['support.email', 'Support e-mail'],
  ['theme.colours.primary', 'Primary colour'],
  ['theme.colours.glitter', '“theme.colours.glitter”'],
  ['home', 'Sections of the home page'],
  ['home.0.showIds', 'Shows of section 1'],
  ['home.1.text', 'Text of section 2'],
  ['home.1.picture.alt', 'What the picture of section 2 shows'],
  ['home.1.picture.id', 'Section 2'],
  ['footer.links.3.href', 'Footer: link 4'],
  ['translations.de-DE.texts.tagline', 'Translation into Deutsch'],
  ['toString', '“toString”'],
])('calls %s %s', (path, name) => {
  expect(fieldName(en, path)).toBe(name)
})
