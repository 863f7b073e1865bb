import { readFileSync } from 'node:fs'
import { glob, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { FONT_FAMILIES } from '#contracts/theme.ts'
import { exampleConfig } from '#dev/test/example-config.ts'
import { SUPPLEMENTS } from '#lib/fonts/font-families.ts'
import { wholeFile } from '#lib/fonts/whole-file.ts'
import { themeVariables } from '#lib/reseller/theme-variables.ts'
import { openFace } from '#lib/tickets/pdf/open-face.ts'
import { NAME_IS_RESERVED } from './font-sources.ts'
import { buildFonts } from './fonts.ts'
import { WEIGHTS } from './trim-face.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fonts-'))
  await buildFonts(process.cwd(), { publicFolder: folder })
}, 120_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

it.each(FONT_FAMILIES)('%s declares every name that a page in it asks for', async (family) => {
  const css = await readFile(join(folder, 'fonts', `${family}.css`), 'utf8')
  const theme = { ...exampleConfig().theme, fonts: { display: family, body: family } }
  const names = [...(themeVariables(theme)['--font-body'] ?? '').matchAll(/'([^']+)'/g)].map(([, name]) => name)
  expect(names.length).toBeGreaterThan(0)
  for (const name of names) expect(css, name).toContain(`font-family:'${name}'`)
})

it('trims what nearly every page needs', async () => {
  const bytesOf = async (file: string) => (await stat(file)).size
  const packages = { unbounded: 'unbounded/files/unbounded', nunito: 'nunito/files/nunito' }
  for (const [family, source] of Object.entries(packages)) {
    const whole = await bytesOf(`node_modules/@fontsource-variable/${source}-latin-wght-normal.woff2`)
    expect(await bytesOf(join(folder, 'fonts', family, 'latin.woff2')), family).toBeLessThan(whole * 0.92)
  }
})

it('has what it trimmed whole beside it, for print, and each family’s licence', async () => {
  const bytesOf = async (...file: string[]) => (await readFile(join(folder, 'fonts', ...file))).length
  const source = 'node_modules/@fontsource-variable/unbounded/files/unbounded-latin-wght-normal.woff2'
  expect(await bytesOf('unbounded', 'whole', 'latin.woff2')).toBe((await readFile(source)).length)
  for (const family of FONT_FAMILIES) expect(await bytesOf(family, 'LICENSE')).toBeGreaterThan(1_000)
})

it('leaves a family as it is whose name is kept for it', async () => {
  const source = 'node_modules/@fontsource-variable/playfair-display/files/playfair-display-latin-wght-normal.woff2'
  const page = await readFile(join(folder, 'fonts', 'playfair-display', 'latin.woff2'))
  expect(page.equals(await readFile(source))).toBe(true)

  const reserved = [...FONT_FAMILIES, ...SUPPLEMENTS].filter((family) => {
    const whole = readFileSync(wholeFile(join(folder, 'fonts', family), 'latin.woff2'))
    const { copyright = '', familyName = '' } = openFace(whole, 400, family) as {
      copyright?: string
      familyName?: string
    }
    const [, name] = /reserved font names? ["'‘“]([^"'’”]+)/i.exec(copyright) ?? []
    return name !== undefined && familyName.includes(name)
  })
  expect(reserved.sort()).toEqual([...NAME_IS_RESERVED].sort())
})

it('keeps every weight and every figure that a style asks for', async () => {
  const asked = { weights: new Set<number>(), figures: new Set<string>() }
  for await (const file of glob('{app,components}/**/*.css')) {
    const css = await readFile(file, 'utf8')
    for (const [, weight] of css.matchAll(/(?:font-weight|--[\w-]+-weight): *(\d+)/g)) asked.weights.add(Number(weight))
    for (const [, figures = ''] of css.matchAll(/font-(?:variant|feature)[\w-]*: *([^;]+);/g))
      for (const one of figures.split(' ')) asked.figures.add(one)
  }
  expect(asked.weights.size).toBeGreaterThan(3)
  for (const weight of asked.weights) expect([weight >= WEIGHTS.min, weight <= WEIGHTS.max]).toEqual([true, true])
  expect([...asked.figures].sort()).toEqual(['lining-nums', 'tabular-nums'])
})
