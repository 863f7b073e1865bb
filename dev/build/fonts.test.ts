import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { FONT_FAMILIES } from '#contracts/theme.ts'
import { exampleConfig } from '#dev/test/example-config.ts'
import { themeVariables } from '#lib/reseller/theme-variables.ts'
import { buildFonts } from './fonts.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fonts-'))
  await buildFonts(process.cwd(), { publicFolder: folder })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

it.each(FONT_FAMILIES)('%s declares every name that a page in it asks for', async (family) => {
  const css = await readFile(join(folder, 'fonts', `${family}.css`), 'utf8')
  const theme = { ...exampleConfig().theme, fonts: { display: family, body: family } }
  const names = [...(themeVariables(theme)['--font-body'] ?? '').matchAll(/'([^']+)'/g)].map(([, name]) => name)
  expect(names.length).toBeGreaterThan(0)
  for (const name of names) expect(css, name).toContain(`font-family:'${name}'`)
})
