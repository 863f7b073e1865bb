import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { addCompileHints } from './compile-hints.ts'

it('puts one comment before every script, and leaves all other files as they are', () => {
  const folder = mkdtempSync(join(tmpdir(), 'marquee-hints-'))
  mkdirSync(join(folder, 'chunks'))
  const files = { 'chunks/a.js': 'one()', 'chunks/b.js': '"use strict";two()', 'chunks/c.css': 'a{}' }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  const read = () => Object.keys(files).map((name) => readFileSync(join(folder, name), 'utf8'))

  expect(addCompileHints(folder)).toBe(2)
  expect(read()).toEqual([
    '//# allFunctionsCalledOnLoad\none()',
    '//# allFunctionsCalledOnLoad\n"use strict";two()',
    'a{}',
  ])
  const once = read()
  expect(addCompileHints(folder), 'a second time there is nothing to do').toBe(0)
  expect(read()).toEqual(once)
})
