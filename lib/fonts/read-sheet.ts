import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BundledFamily, HAVE_RARE } from './font-families.ts'

/**
 * All rules of a family, for those who draw text themselves: what pages begin with, and the rare characters (decision 0117).
 * @param folder where `public/fonts` is
 */
export function readSheet(folder: string, family: BundledFamily): string {
  const read = (name: string) => readFileSync(join(folder, `${name}.css`), 'utf8')
  return HAVE_RARE.has(family) ? read(family) + read(`${family}-rare`) : read(family)
}
