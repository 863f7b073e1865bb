import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openFontRules } from './font-rules.ts'

const root = mkdtempSync(join(tmpdir(), 'marquee-font-rules-'))
mkdirSync(join(root, 'public/fonts'), { recursive: true })
const write = (family: string, rules: string) => writeFileSync(join(root, 'public/fonts', `${family}.css`), rules)
write('inter', '@font-face{font-family:Inter}\n@font-face{font-family:Inter;font-style:italic}\n')
write('fraunces', '@font-face{font-family:Fraunces}\n')
write('shippori-mincho', 'far too many')

it('has the rules of both families, each once, and leaves the large ones to their stylesheets', () => {
  const rules = openFontRules(root)
  const inter = '@font-face{font-family:Inter}@font-face{font-family:Inter;font-style:italic}'
  expect(rules({ display: 'fraunces', body: 'inter' })).toBe(`@font-face{font-family:Fraunces}${inter}`)
  expect(rules({ display: 'inter', body: 'inter' })).toBe(inter)
  expect(rules({ display: 'shippori-mincho', body: 'inter' })).toBe(inter)
})

it('reads each file once', () => {
  const rules = openFontRules(root)
  const before = rules({ display: 'inter', body: 'inter' })
  write('inter', 'another build')
  expect(rules({ display: 'inter', body: 'inter' })).toBe(before)
})

it('says which file is not there', () => {
  expect(() => openFontRules(root)({ display: 'nunito', body: 'inter' })).toThrow(/nunito\.css/)
})
