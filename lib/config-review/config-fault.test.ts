import { expect, it } from 'vitest'
import type { ConfigFault } from '#contracts/config-refusal.ts'
import { ResellerConfig } from '#contracts/reseller-config.ts'
import { exampleConfig } from '#dev/test/example-config.ts'
import { fieldFaults } from './config-fault.ts'

const cases: [string, Partial<ResellerConfig>, ConfigFault][] = [
  ['nothing where a name belongs', { name: '' }, { of: 'missing' }],
  ['no show', { home: [{ type: 'featured', title: 'Season', showIds: [] }] }, { of: 'missing' }],
  ['a text that is not there', { home: [{ type: 'text', title: 'Us' } as never] }, { of: 'missing' }],
  ['too long a title', { home: [{ type: 'hero', title: 'x'.repeat(121) }] }, { of: 'tooLong', limit: 120 }],
  ['half an address', { support: { email: 'help@' } }, { of: 'notAnAddress' }],
  ['a link to nowhere', { navigation: [{ label: 'All', href: 'shows' }] }, { of: 'notALink' }],
  ['too many links', { navigation: Array(9).fill({ label: 'All', href: '/shows' }) }, { of: 'other' }],
  ['a host that is none', { hosts: ['A B'] }, { of: 'other' }],
  ['a time zone that is none', { timeZone: 'Mars' }, { of: 'other' }],
  ['languages that begin with another', { locales: ['de-DE'] }, { of: 'other' }],
]

function firstFault(change: Partial<ResellerConfig>) {
  const config = exampleConfig(change)
  const { error } = ResellerConfig.safeParse(config)
  if (!error) throw new Error('nothing is wrong with it')
  return fieldFaults(error, config)[0]
}

it.each(cases)('%s comes to what a person has to know', (_, change, expected) => {
  expect(firstFault(change)?.fault).toEqual(expected)
})

it('an address that nobody has written yet is missing, not wrong', () => {
  expect(firstFault({ support: { email: '' } })).toMatchObject({ path: 'support.email', fault: { of: 'missing' } })
})

it('what is no configuration at all is looked at, too', () => {
  const { error } = ResellerConfig.safeParse(null)
  expect(error && fieldFaults(error, null)).toMatchObject([{ path: '', fault: { of: 'other' } }])
})
