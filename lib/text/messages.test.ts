import { createTranslator } from 'use-intl/core'
import { describe, expect, it } from 'vitest'
import { Locale } from '#contracts/reseller-config.ts'
import { messagesFor } from './messages.ts'

/** Values for every argument that any message uses. */
const values = {
  ...{ count: 2, number: 1, minutes: 3, seconds: 20, year: 2026 },
  ...{ price: '£1', fees: '£1', time: '19:30', when: '5 Dec', name: 'N', title: 'T', email: 'a@b.c', code: 'K7' },
  ...{ tier: 'Stalls', label: 'C12', labels: 'C12', row: 'C', section: 'Left', place: 'C12', status: 'free' },
  ...{ left: 3, sold: '2 tickets just sold', seats: 'C12, C13', alone: 'C14', q: 'night', city: 'Leeds', shows: 4 },
  ...{ from: '1 Dec', to: '24 Dec', day: '5 Dec', month: 'December', currency: 'GBP', filter: 'Leeds' },
}

const entries = (locale: Locale) =>
  Object.entries(messagesFor(locale)).flatMap(([namespace, texts]) =>
    Object.entries(texts).map(([key, text]) => [`${namespace}.${key}`, text] as const),
  )
const argumentsOf = (text: string) =>
  [...new Set([...text.matchAll(/\{([a-z]+)[,}]/g)].map((match) => match[1]))].sort()

describe.each(Locale.options)('texts in %s', (locale) => {
  it.each(entries(locale))('%s can be written', (key) => {
    const t = createTranslator<Record<string, unknown>>({
      locale,
      messages: messagesFor(locale),
      onError: (error) => {
        throw error
      },
    })
    expect(t(key as never, values as never)).not.toMatch(/[{}]/)
  })

  it('use only arguments that the English text has', () => {
    const english = new Map(entries('en-GB'))
    for (const [key, text] of entries(locale)) {
      const known = argumentsOf(english.get(key) ?? '')
      expect(known, key).toEqual(expect.arrayContaining(argumentsOf(text)))
    }
  })
})
