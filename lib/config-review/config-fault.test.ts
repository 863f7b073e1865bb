import { describe, expect, it } from 'vitest'
import { ResellerConfig } from '#contracts/reseller-config.ts'
import { exampleConfig } from '#dev/test/example-config.ts'
import { type ConfigFault, faultOf, faultSaid } from './config-fault.ts'

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

const firstIssue = (change: Partial<ResellerConfig>) => {
  const [issue] = ResellerConfig.safeParse(exampleConfig(change)).error?.issues ?? []
  if (!issue) throw new Error('nothing is wrong with it')
  return issue
}

describe.each(cases)('of %s', (_, change, expected) => {
  it('the issue comes to what a person has to know', () => {
    const issue = firstIssue(change)
    const value = issue.path.reduce<unknown>((at, name) => at?.[name as never], exampleConfig(change))
    expect(faultOf(issue, value)).toEqual(expected)
  })

  it('the sentence that zod writes comes to the same', () => {
    expect(faultSaid(firstIssue(change).message)).toEqual(expected)
  })
})

it('an address that nobody has written yet is missing, not wrong', () => {
  expect(faultOf(firstIssue({ support: { email: '' } }), '')).toEqual({ of: 'missing' })
})

it('what another program says in words of its own is something else', () => {
  expect(faultSaid('ist vergeben')).toEqual({ of: 'other' })
})
