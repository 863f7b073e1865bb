import { describe, expect, it } from 'vitest'
import { exampleConfig } from '#dev/test/example-config.ts'
import { EndSessions, Profile } from './account.ts'
import { ResellerConfig } from './reseller-config.ts'
import { SafeText } from './safe-text.ts'
import { NewOrder } from './storefront.ts'

const UNSAFE = ['a\0b', '\ud800', 'a\udc00b', '\u0007', '\u009f']

describe('safe text', () => {
  it.each(['', 'a', 'two\r\nlines', 'a\ttab', '日本語', '👩‍👩‍👧', 'ä\u200d', "' OR 1=1 --"])('is %j', (text) =>
    expect(SafeText.safeParse(text).success).toBe(true),
  )

  it.each(UNSAFE)('is not %j, in whatever people write', (text) => {
    expect(SafeText.safeParse(text).success).toBe(false)
    expect(Profile.safeParse({ name: `Ada${text}` }).success).toBe(false)
    expect(EndSessions.safeParse({ sessionId: text }).success).toBe(false)
    const buyer = { name: `Ada${text}`, email: 'ada@example.com' }
    expect(NewOrder.safeParse({ holdId: 'hold_1', buyer }).success).toBe(false)
  })
})

it.each([
  ['a text', { texts: { tagline: 'a\0b', description: '' } }, 'texts.tagline'],
  ['a link', { navigation: [{ label: 'Shows', href: '/\0' }] }, 'navigation.0.href'],
  [
    'a translation',
    { translations: { 'de-DE': { texts: { tagline: '\ud800' } } } },
    'translations.de-DE.texts.tagline',
  ],
])('a configuration with %s that cannot be kept is refused there', (_, change, path) => {
  const { error } = ResellerConfig.safeParse({ ...exampleConfig(), ...change })
  expect(error?.issues.map((issue) => issue.path.join('.'))).toEqual([path])
})

it('a configuration that was kept before stays readable, whatever its texts have in them', () => {
  const texts = { tagline: 'a\u000bb', description: 'a\tb' }
  expect(ResellerConfig.safeParse({ ...exampleConfig(), texts }).success).toBe(true)
})
