import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { result } from './result.fixture.ts'
import { keepResult, readResults } from './results-folder.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'results-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('what was kept is read again, and a later run takes its place', () => {
  keepResult(result({ bench: 'cuts', tookS: 1 }), folder)
  keepResult(result({ bench: 'cuts', tookS: 2 }), folder)
  keepResult(result({ bench: 'stalled' }), folder)
  expect([...readResults(folder).keys()].toSorted()).toEqual(['cuts', 'stalled'])
  expect(readResults(folder).get('cuts')).toEqual(result({ bench: 'cuts', tookS: 2 }))
})

test('a file that is no result is named', () => {
  writeFileSync(join(folder, 'odd.json'), '{"bench":"odd"}')
  expect(() => readResults(folder)).toThrow(/odd\.json is not what a bench measured/)
})

test('the results of this repository can be read', () => {
  for (const [bench, kept] of readResults()) expect(kept.bench).toBe(bench)
})
