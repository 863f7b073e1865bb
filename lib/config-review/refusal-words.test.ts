import { expect, it } from 'vitest'
import { Locale, ResellerConfig } from '#contracts/reseller-config.ts'
import { exampleConfig } from '#dev/test/example-config.ts'
import { translator } from '#lib/text/translator.ts'
import { fieldName } from './fault-words.ts'
import { refusalWords } from './refusal-words.ts'

const en = translator('en-GB', 'review')

/** Written as the worker writes it, out of what the schema really says. */
function reasonFor(change: Partial<ResellerConfig>): string {
  const issues = ResellerConfig.safeParse(exampleConfig(change)).error?.issues ?? []
  return `version 4: ${issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')}`
}

it('tells a refused version field by field, in every language, without a word of the schema’s', () => {
  const reason = reasonFor({
    name: '',
    home: [{ type: 'hero', title: 'x'.repeat(121) }],
    navigation: [{ label: 'All', href: 'shows' }],
    support: { email: 'help@' },
  })
  expect(refusalWords(en, reason)).toEqual([
    'Name: This must not be empty.',
    'Title of section 1: This is too long: at most 120 characters.',
    'Menu: link 1: A link begins with /, https:// or mailto:.',
    'Support e-mail: This is not an e-mail address, such as help@example.com.',
  ])
  for (const locale of Locale.options.filter((one) => !one.startsWith('en')))
    expect(refusalWords(translator(locale, 'review'), reason).join()).not.toMatch(/Too |expected|Invalid|must start/)
})

it.each([
  ['version 1: host a.example belongs to another reseller', 'The address a.example belongs to another site.'],
  [
    "version 1: hosts: 10.0.0.1 is a machine's name or address, not a site's",
    '10.0.0.1 is the address of a machine, not of a site.',
  ],
  ['version 1: is longer than 500000 bytes', 'It is longer than a site may be.'],
  [
    'version 2 was stored with other content; a version never changes',
    'A version under this number is kept already, with other content.',
  ],
  ['version 1: PostgreSQL refused it (23514)', 'Not accepted: “version 1: PostgreSQL refused it (23514)”'],
  ['sequence: Invalid input', 'Not accepted: “sequence: Invalid input”'],
  ['', 'Not accepted: “”'],
  ['version 1: hosts.0: is not a host name', 'Addresses: Not accepted: “is not a host name”'],
])('says of “%s”: %s', (reason, said) => {
  expect(refusalWords(en, reason)).toEqual([said])
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
