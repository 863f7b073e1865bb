import { FontRules } from './font-rules.tsx'

/** Kana, Han and full-width forms. */
const JAPANESE = /[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]/

/**
 * Resellers sell shows from other countries, and not every machine has a font for their titles. A page that shows such
 * a title brings one, of which the browser then fetches only the few pieces it needs. Its family stands last in the
 * stylesheet's font stacks.
 */
export function ForeignGlyphs({ texts }: { readonly texts: readonly (string | undefined)[] }) {
  const needed = texts.some((text) => text !== undefined && JAPANESE.test(text))
  return needed ? <FontRules family="noto-sans-jp" /> : null
}
