import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openFontSheets } from './font-sheets.ts'

const root = mkdtempSync(join(tmpdir(), 'marquee-font-sheets-'))
mkdirSync(join(root, 'public/fonts'), { recursive: true })
const write = (family: string, rules: string) => writeFileSync(join(root, 'public/fonts', `${family}.css`), rules)
const face = (family: string, file: string) => `@font-face{font-family:${family};src:url(/fonts/${file}.woff2)}`
write('inter', `${face('Inter', 'inter/inter-latin-ext.12')}\n${face('Inter', 'inter/latin.34')}\n`)
write('fraunces', `${face('Fraunces', 'fraunces/latin.56')}\n`)
write('shippori-mincho', `${face('Shippori', 'shippori-mincho/latin.78')}far too many`)
write('nunito', face('Nunito', 'nunito/nunito-latin-ext.90'))

it('has the rules of both families, each once, and leaves the large ones to their stylesheets', () => {
  const { rules } = openFontSheets(root)
  const inter = face('Inter', 'inter/inter-latin-ext.12') + face('Inter', 'inter/latin.34')
  expect(rules({ display: 'fraunces', body: 'inter' })).toBe(face('Fraunces', 'fraunces/latin.56') + inter)
  expect(rules({ display: 'inter', body: 'inter' })).toBe(inter)
  expect(rules({ display: 'shippori-mincho', body: 'inter' })).toBe(inter)
})

it('knows the latin file of each family by its present name, of large ones too', () => {
  const { mainFiles } = openFontSheets(root)
  const [inter, shippori] = ['/fonts/inter/latin.34.woff2', '/fonts/shippori-mincho/latin.78.woff2']
  expect(mainFiles({ display: 'shippori-mincho', body: 'inter' })).toEqual([shippori, inter])
  expect(mainFiles({ display: 'inter', body: 'inter' })).toEqual([inter])
  expect(() => mainFiles({ display: 'nunito', body: 'inter' })).toThrow('nunito.css names no latin file')
})

it('reads each file once', () => {
  const { rules } = openFontSheets(root)
  const before = rules({ display: 'inter', body: 'inter' })
  write('inter', 'another build')
  expect(rules({ display: 'inter', body: 'inter' })).toBe(before)
})

it('says which file is not there', () => {
  expect(() => openFontSheets(root).rules({ display: 'baloo-2', body: 'inter' })).toThrow(/baloo-2\.css/)
})
