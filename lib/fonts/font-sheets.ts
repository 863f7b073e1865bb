import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type FontFamily, JAPANESE_FAMILIES, type Theme } from '#contracts/theme.ts'

/** A page says itself where its fonts are: two questions fewer before it is drawn (decision 0111). */
export interface FontSheets {
  /** The rules of a theme's families that are small enough to be on every page: 2 to 6 KB each, below 1 KB packed. */
  rules(fonts: Theme['fonts']): string
  /** Addresses of the files that a page in these families surely needs, one each. */
  mainFiles(fonts: Theme['fonts']): string[]
}

/**
 * @param root where `public/fonts` is, with a stylesheet of each family
 * @throws what of it is not there
 */
export function openFontSheets(root: string): FontSheets {
  const known = new Map<FontFamily, string>()
  const sheetOf = (family: FontFamily): string => {
    const sheet =
      known.get(family) ?? readFileSync(join(root, 'public/fonts', `${family}.css`), 'utf8').replaceAll('\n', '')
    known.set(family, sheet)
    return sheet
  }
  return {
    rules: (fonts) =>
      familiesOf(fonts)
        .filter((family) => !JAPANESE_FAMILIES.has(family))
        .map(sheetOf)
        .join(''),
    mainFiles: (fonts) =>
      familiesOf(fonts).map((family) => {
        const [, address] = /url\(([^)]+\/latin\.[^)]+)\)/.exec(sheetOf(family)) ?? []
        if (address === undefined)
          throw new Error(`public/fonts/${family}.css names no latin file: build the fonts anew`)
        return address
      }),
  }
}

const familiesOf = ({ display, body }: Theme['fonts']): FontFamily[] => [...new Set([display, body])]
