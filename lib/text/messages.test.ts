import { createTranslator } from 'use-intl/core'
import type { useTranslations } from 'use-intl/react'
import { describe, expect, it } from 'vitest'
import { Locale } from '#contracts/reseller-config.ts'
import { messagesFor } from './messages.ts'
import { sampleValues as values } from './test/sample-values.ts'

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

it('has no other keys, for the browser’s components either: the compiler refuses them', () => {
  // @ts-expect-error: there is no such text. Were keys not checked, this line would not compile.
  const read = (t: ReturnType<typeof useTranslations<'site'>>) => t('nonsense')
  expect(read).toBeTypeOf('function')
})
