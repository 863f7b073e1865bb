import compile from 'icu-minify/compile'
import { createTranslator } from 'use-intl/core'
import formatCompiled from 'use-intl/format-message/format-only'
import { describe, expect, it } from 'vitest'
import { Locale } from '#contracts/reseller-config.ts'
import { compiledTexts } from './compiled-texts.ts'
import formatMessage from './format-message.ts'
import { messagesFor } from './messages.ts'
import { sampleValues } from './test/sample-values.ts'

/** Every argument that any message uses, for none of a thing, one, two and many. */
const CASES = [0, 1, 2, 1_234].map((count) => ({
  ...{ ...sampleValues, count, number: count, minutes: count, seconds: count, year: 2026 },
}))

const formatters = {
  getDateTimeFormat: (...given: ConstructorParameters<typeof Intl.DateTimeFormat>) => new Intl.DateTimeFormat(...given),
  getNumberFormat: (...given: ConstructorParameters<typeof Intl.NumberFormat>) => new Intl.NumberFormat(...given),
  getPluralRules: (...given: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...given),
}

const texts = (locale: Locale) =>
  Object.entries(messagesFor(locale)).flatMap(([namespace, all]) =>
    Object.entries(all).map(([key, text]) => ({ key: `${namespace}.${key}`, text })),
  )

describe.each(Locale.options)('texts in %s', (locale) => {
  it('read the same taken apart, in the browser and on the server, as they do from a parser', () => {
    const t = createTranslator<Record<string, unknown>>({ locale, messages: messagesFor(locale) })
    for (const { key, text } of texts(locale)) {
      for (const values of CASES) {
        const parsed = t(key as never, values as never)
        const options = { locale, formatters, cache: {} } as never
        expect(formatCompiled(key, compile(text), values, options), key).toBe(parsed)
        expect(formatMessage(key, text, values, options), key).toBe(parsed)
        expect(formatMessage(key, compile(text), values, options), key).toBe(parsed)
      }
    }
  })

  it('can be sent to browsers', () => {
    for (const namespace of Object.values(messagesFor(locale)))
      for (const text of Object.values(compiledTexts(namespace))) expect(prototypesIn(text)).toEqual([])
  })
})

/** Of everything in it, what React would refuse to send. */
function prototypesIn(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return []
  const own = Object.getPrototypeOf(value)
  const odd = own === Object.prototype || own === Array.prototype ? [] : [own]
  return [...odd, ...Object.values(value).flatMap(prototypesIn)]
}
