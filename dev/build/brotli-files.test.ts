import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { expect, it, onTestFinished } from 'vitest'
import { writeBrotliFiles } from './brotli-files.ts'

it('puts scripts and stylesheets beside themselves in Brotli, and nothing else', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'static-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await mkdir(join(folder, 'chunks'))
  const script = 'export const a = "a";\n'.repeat(500)
  await writeFile(join(folder, 'chunks/a.js'), script)
  await writeFile(join(folder, 'b.css'), '.b{}')
  await writeFile(join(folder, 'c.woff2'), 'c')
  expect(await writeBrotliFiles(folder)).toBe(2)
  expect(await writeBrotliFiles(folder), 'once more writes the same').toBe(2)
  expect((await readdir(folder, { recursive: true })).sort()).toEqual(
    ['b.css', 'b.css.br', 'c.woff2', 'chunks', 'chunks/a.js', 'chunks/a.js.br'].map((name) => join(name)),
  )
  const packed = await readFile(join(folder, 'chunks/a.js.br'))
  expect(packed.length).toBeLessThan(200)
  expect(brotliDecompressSync(packed).toString()).toBe(script)
})
