import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type FontFamily, JAPANESE_FAMILIES, type Theme } from '#contracts/theme.ts'

/** A page says itself where its fonts are: two questions fewer before it is drawn (decision 0111). */
export type FontRules = (fonts: Theme['fonts']) => string

/**
 * @param root where `public/fonts` is, with a stylesheet of each family
 * @returns the rules of a theme's families that are small enough to be on every page: 2 to 6 KB each, below 1 KB packed
 */
export function openFontRules(root: string): FontRules {
  const known = new Map<FontFamily, string>()
  const rulesOf = (family: FontFamily): string => {
    const rules =
      known.get(family) ?? readFileSync(join(root, 'public/fonts', `${family}.css`), 'utf8').replaceAll('\n', '')
    known.set(family, rules)
    return rules
  }
  return ({ display, body }) =>
    [...new Set([display, body])]
      .filter((family) => !JAPANESE_FAMILIES.has(family))
      .map(rulesOf)
      .join('')
}
