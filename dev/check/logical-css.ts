import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Declarations that name left or right, where a page written from right to left needs start and end. */
const PHYSICAL: readonly RegExp[] = [
  /^(?:scroll-)?(?:margin|padding)-(?:left|right)$/,
  /^border(?:-(?:top|bottom))?-(?:left|right)(?:-\w+)?$/,
  /^(?:left|right)$/,
]

/** `top right bottom left`, where the second and the fourth differ: one shorthand with two sides in it. */
const FOUR_SIDES = /^(?:margin|padding|inset|border-width|border-radius)$/

/** What of a stylesheet would stand on the wrong side of a page written from right to left, as it is written there. */
export function physicalDeclarations(stylesheet: string): string[] {
  const text = stylesheet.replace(/\/\*[\s\S]*?\*\//g, '')
  return [...text.matchAll(/(?<=[{;]\s*)(?<name>[a-z-]+)\s*:\s*(?<value>[^;{}]+)(?=[;}])/g)].flatMap(({ groups }) => {
    const { name = '', value = '' } = groups ?? {}
    return isPhysical(name, value) ? [`${name}: ${value.trim()}`] : []
  })
}

function isPhysical(name: string, value: string): boolean {
  if (PHYSICAL.some((pattern) => pattern.test(name))) return true
  if (/^(?:text-align|float|clear)$/.test(name)) return /\b(?<!-)(?:left|right)\b/.test(value)
  if (/gradient\(\s*to (?:left|right)/.test(value)) return true
  if (!FOUR_SIDES.test(name)) return false
  const sides = valuesOf(value)
  if (name === 'border-radius') return new Set(sides).size > 1
  return sides.length === 4 && sides[1] !== sides[3]
}

/** The parts of a value; what stands in brackets is one. */
const valuesOf = (value: string): string[] => value.trim().match(/(?:[^\s()]|\((?:[^()]|\([^()]*\))*\))+/g) ?? []

/** Every such declaration of our stylesheets, with its file. */
export function checkLogicalCss(root: string): string[] {
  return globSync(['app/**/*.css', 'components/**/*.css'], { cwd: root }).flatMap((file) =>
    physicalDeclarations(readFileSync(join(root, file), 'utf8')).map((found) => `${file}: ${found}`),
  )
}
