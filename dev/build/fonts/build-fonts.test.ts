import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { glob, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { FONT_FAMILIES } from '#contracts/theme.ts'
import { exampleConfig } from '#dev/test/example-config.ts'
import { type BundledFamily, SUPPLEMENTS } from '#lib/fonts/font-families.ts'
import { type CodePoints, codePointsOf, covers, expand, readRanges } from '#lib/fonts/unicode-ranges.ts'
import { wholeFile } from '#lib/fonts/whole-file.ts'
import { formatMoney } from '#lib/format/money.ts'
import { themeVariables } from '#lib/reseller/theme-variables.ts'
import { ja } from '#lib/text/ja.ts'
import { openFace } from '#lib/tickets/pdf/open-face.ts'
import { NeededRules } from '../first-frame/needed-rules.ts'
import { buildFonts } from './build-fonts.ts'
import { CUSTOMERS_WORDS } from './customers-words.ts'
import { CUT_FOR_PAGES, NAME_IS_RESERVED } from './font-sources.ts'
import { WEIGHTS } from './trim-face.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fonts-'))
  await buildFonts(process.cwd(), { publicFolder: folder })
}, 240_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

const read = (...path: string[]) => readFile(join(folder, 'fonts', ...path))
const mainFileOf = (family: BundledFamily) => {
  const name = readdirSync(join(folder, 'fonts', family)).find((file) => file.startsWith('latin.'))
  if (name === undefined) throw new Error(`${family} has no main file`)
  return name
}
const packageRules = async (family: BundledFamily, weight: number) => {
  const sheet = await readFile(`node_modules/@fontsource/${family}/${weight}.css`, 'utf8')
  return [...sheet.matchAll(/files\/([\w-]+\.woff2)[^}]*unicode-range: ?([^;]+);/g)].map(([, file = '', range]) => ({
    file,
    ranges: readRanges(range),
  }))
}
const charactersIn = async (file: string, ranges: CodePoints) => {
  const font = openFace(await readFile(file), 400, file)
  return expand(ranges).filter((point) => font.hasGlyphForCodePoint(point))
}
const addressesIn = (css: string) => [...css.matchAll(/url\(([^)]+)\)/g)].map(([, address = '']) => address)

it.each(FONT_FAMILIES)('%s declares every name that a page in it asks for', async (family) => {
  const css = String(await read(`${family}.css`))
  const theme = { ...exampleConfig().theme, fonts: { display: family, body: family } }
  const names = [...(themeVariables(theme)['--font-body'] ?? '').matchAll(/'([^']+)'/g)].map(([, name]) => name)
  expect(names.length).toBeGreaterThan(0)
  for (const name of names) expect(css, name).toContain(`font-family:'${name}'`)
})

it.each([...FONT_FAMILIES, ...SUPPLEMENTS])('%s is asked for by names that change when files do', async (family) => {
  const css = await read(`${family}.css`)
  expect(brotliDecompressSync(await read(`${family}.css.br`)).equals(css)).toBe(true)
  const addresses = addressesIn(String(css))
  expect(new Set(addresses).size).toBe(addresses.length)
  for (const address of addresses) {
    const [, hash] = /^\/fonts\/[a-z0-9-]+\/[a-z0-9-]+\.([0-9a-f]{8})\.woff2$/.exec(address) ?? []
    const file = await readFile(join(folder, address))
    expect(createHash('sha256').update(file).digest('hex').slice(0, 8), address).toBe(hash)
  }
})

const YEN = { amount: 1_000, currency: 'JPY' }
const CUT = [...CUT_FOR_PAGES]
const rulesOf = async (family: BundledFamily) =>
  [...String(await read(`${family}.css`)).matchAll(/font-weight:(\d+);unicode-range:([^;]+);[^}]*url\(([^)]+)\)/g)].map(
    ([, weight = '', range = '', address = '']) => ({ weight: Number(weight), ranges: readRanges(range), address }),
  )

it.each(CUT)('%s has every character that its package has, Japanese ones in one file a weight', async (family) => {
  const files = `node_modules/@fontsource/${family}/files`
  for (const weight of new Set((await rulesOf(family)).map((rule) => rule.weight))) {
    const rules = (await rulesOf(family)).filter((rule) => rule.weight === weight)
    const isJapanese = (address: string) => /-(?:common-)?\d+-\d{3}-normal\./.test(address)
    const promised = rules.flatMap(({ address, ranges }) => (isJapanese(address) ? expand(ranges) : []))
    expect(new Set(promised).size).toBe(promised.length)

    const given = new Set<number>()
    for (const { ranges, address } of rules) {
      const had = await charactersIn(join(folder, address), ranges)
      expect(had, address).toEqual(expand(ranges))
      for (const point of had) given.add(point)
    }
    let theirs = 0
    for (const { file, ranges } of await packageRules(family, weight)) {
      const had = await charactersIn(join(files, file), ranges)
      theirs += had.length
      expect(
        had.filter((point) => !given.has(point)).map((point) => String.fromCodePoint(point)),
        file,
      ).toEqual([])
    }
    expect(theirs).toBeGreaterThan(7_000)
    expect(codePointsOf('髙﨑★※').filter((point) => !given.has(point))).toEqual([])
  }
})

it.each(CUT)(
  '%s has what customers’ pages say in the first file, and no file of a hundred kilobytes',
  async (family) => {
    const [first, ...others] = (await rulesOf(family)).filter(({ address }) => address.includes('-common-0-'))
    expect(others).toHaveLength(1)
    const pages = JSON.stringify([ja.checkout, ja.show, ja.seats, ja.list])
    const words = new Set([
      ...pages.replace(/[^\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/gu, ''),
      ...formatMoney(YEN, 'ja-JP').slice(0, 1),
    ])
    expect(words.size).toBeGreaterThan(200)
    expect([...words].filter((letter) => !covers(first?.ranges ?? [], letter.codePointAt(0) ?? 0))).toEqual([])
    for (const { address } of await rulesOf(family))
      expect((await readFile(join(folder, address))).length, address).toBeLessThan(100_000)
  },
)

it.each(CUT)('%s has what we say ourselves in few rules, and what is rare in one more', async (family) => {
  const rules = new NeededRules()
  rules.read(String(await read(`${family}.css`)))
  expect(rules.show([CUSTOMERS_WORDS]).length).toBeLessThan(12)
  expect(rules.show(['高橋']).length).toBeLessThan(5)
  expect(rules.show(['髙']), 'one for each weight').toHaveLength(2)
  expect(rules.show(['髙橋'])).toEqual([])
})

it('trims what nearly every page needs', async () => {
  const packages = { unbounded: 'unbounded/files/unbounded', nunito: 'nunito/files/nunito' } as const
  for (const family of ['unbounded', 'nunito'] as const) {
    const source = packages[family]
    const whole = await readFile(`node_modules/@fontsource-variable/${source}-latin-wght-normal.woff2`)
    expect((await read(family, mainFileOf(family))).length, family).toBeLessThan(whole.length * 0.92)
  }
})

it('has what it trimmed whole beside it, for print, and each family’s licence', async () => {
  const source = 'node_modules/@fontsource-variable/unbounded/files/unbounded-latin-wght-normal.woff2'
  expect((await read('unbounded', 'whole', mainFileOf('unbounded'))).equals(await readFile(source))).toBe(true)
  for (const family of FONT_FAMILIES) expect((await read(family, 'LICENSE')).length).toBeGreaterThan(1_000)
})

it('leaves a family as it is whose name is kept for it', async () => {
  const source = 'node_modules/@fontsource-variable/playfair-display/files/playfair-display-latin-wght-normal.woff2'
  const page = await read('playfair-display', mainFileOf('playfair-display'))
  expect(page.equals(await readFile(source))).toBe(true)

  const reserved = [...FONT_FAMILIES, ...SUPPLEMENTS].filter((family) => {
    const whole = readFileSync(wholeFile(join(folder, 'fonts', family), mainFileOf(family)))
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
