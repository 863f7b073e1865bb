import compile from 'icu-minify/compile'
import type { CompiledMessage } from 'icu-minify/format'
import formatCompiled from 'use-intl/format-message/format-only'
import { isolatedValues } from './isolated.ts'

/** As many as there are texts, in all languages: nothing else is ever written by a translator. */
const compiled = new Map<string, CompiledMessage>()

type Format = typeof formatCompiled
type Given = [Parameters<Format>[0], CompiledMessage | string, Parameters<Format>[2], Parameters<Format>[3]]

/**
 * Stands in for `use-intl/format-message` where Next's server renders (see next.config.ts): takes texts as they are
 * written, as our own pages pass them, and compiled ones, as browsers get them.
 */
export default function formatMessage(...[key, text, values, options]: Given): ReturnType<Format> {
  const compiledText = typeof text === 'string' ? compiledOf(text) : text
  return formatCompiled(key, compiledText, values && isolatedValues(values), options)
}
formatMessage.raw = true

function compiledOf(text: string): CompiledMessage {
  const known = compiled.get(text) ?? compile(text)
  compiled.set(text, known)
  return known
}
