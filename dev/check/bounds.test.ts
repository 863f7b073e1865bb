import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type BoundRow, faultsOf, quantities, readRows, unlisted, valuesOf } from './bounds.ts'

const root = join(import.meta.dirname, '../..')
const readText = (file: string): string | null =>
  existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : null

describe('docs/bounds.md', () => {
  const rows = readRows(readText('docs/bounds.md') ?? '')

  it('says what the code does, and names tests that there are', () => {
    expect(rows.length).toBeGreaterThan(200)
    expect(rows.flatMap((row) => faultsOf(row, readText))).toEqual([])
  })

  it('has a row for every constant whose name says that it bounds something', () => {
    const folders = '{realtime-server,lib,app,worker,platform,contracts}/**/*.{ts,tsx}'
    const files = globSync([folders, 'proxy.ts'], { cwd: root }).filter(
      (file) => !/\.(?:test|fixture|suite)\.tsx?$|^lib\/text\/|^realtime-server\/test\//.test(file),
    )
    expect(files.length).toBeGreaterThan(500)
    expect(unlisted(files, rows, readText)).toEqual([])
  })
})

const FILES: Readonly<Record<string, string>> = {
  'lib/queue.ts': [
    "import { SECOND_MS } from '#platform/time.ts'",
    "import { MOST } from './most.ts'",
    'export const WAITING_LIMIT = 10_000 // of all',
    'const LETTER_BYTES = 16 * 1024',
    'const OPEN_LIMIT_MS = 90 * SECOND_MS',
    'const LIFE_S: number = 30 * 24 * 60 * 60',
    'const TWICE_AT_MOST = 2 * MOST + 1',
    'const AGE_MS = [24 * 60_000, 36 * 60_000] as const',
    'const MESSAGES = { burst: 64, perSecond: 2 }',
    'export const TEXT_LIMITS = {',
    '  name: 80,',
    '  /** Pages, {@link of} them. */',
    '  legal: 20_000,',
    '} as const',
    'const WAITS_MS = [',
    '  ...[1_000, 2_000],',
    '  3_000,',
    ']',
    'export const ATTEMPTS_LIMIT = WAITS_MS.length + 1',
    "const NAME_LIMIT = 'none'",
    'const MAX_LATER = other()',
    'const Environment = z.object({',
    '  MAX_VIEWERS: z.coerce.number().int().min(1).max(100_000).default(19_900),',
    '})',
  ].join('\n'),
  'lib/most.ts': 'export const MOST = 50\n',
  'lib/queue.test.ts': "it('makes those wait who bring more', () => {})\n",
  'platform/time.ts': 'export const SECOND_MS = 1_000\n',
  'deploy/nginx.conf': 'limit_conn open_calls 2000;\n',
}
const read = (file: string): string | null => FILES[file] ?? null

const row = (changed: Partial<BoundRow>): BoundRow => ({
  ...{ what: 'What waits', bound: '10,000', file: 'lib/queue.ts', place: 'WAITING_LIMIT', over: 'It waits.' },
  ...{ shown: [{ file: 'lib/queue.test.ts', title: 'makes those wait' }], reason: null },
  ...changed,
})

describe('the number of a constant', () => {
  it.each([
    ['WAITING_LIMIT', [10_000]],
    ['LETTER_BYTES', [16_384]],
    ['OPEN_LIMIT_MS', [90_000]],
    ['LIFE_S', [2_592_000]],
    ['TWICE_AT_MOST', [101]],
    ['AGE_MS', [1_440_000, 2_160_000]],
    ['MESSAGES', [64, 2]],
    ['TEXT_LIMITS', [80, 20_000]],
    ['ATTEMPTS_LIMIT', [4]],
    ['MAX_VIEWERS', [19_900]],
    ['NAME_LIMIT', null],
    ['MAX_LATER', null],
    ['NOT_THERE', null],
  ])('%s is %j', (name, values) => {
    expect(valuesOf(name, 'lib/queue.ts', read)).toEqual(values)
  })

  it.each([
    ['16 KiB', [16_384]],
    ['24 min to 36 min', [1_440_000, 2_160_000]],
    ['1,400 ms, 1.5 s', [1_400, 1_500]],
    ['30 d', [2_592_000_000]],
    ['64 at once, 2 a second', [64, 2]],
    ['10 minutes', [10]],
  ])('is told as %s', (text, numbers) => {
    expect(quantities(text)).toEqual(numbers)
  })
})

describe('a row', () => {
  it('is read cell by cell', () => {
    const line = '| What | 1 | `a.ts` `x \\| y` | Gone. | `a.test.ts` “one”, `b.test.ts` “other” |'
    const table = ['Text.', '| What | Bound | Where | One over | Test |', '|---|---|---|---|---|', line].join('\n')
    const shown = [
      { file: 'a.test.ts', title: 'one' },
      { file: 'b.test.ts', title: 'other' },
    ]
    expect(readRows(table)).toEqual([
      { what: 'What', bound: '1', file: 'a.ts', place: 'x | y', over: 'Gone.', shown, reason: null },
    ])
  })

  it.each(['| What | 1 | `a.ts` `X` | Gone. |', '| What | 1 | a.ts X | Gone. | not tried: so |'])(
    'is none: %s',
    (line) => {
      expect(() => readRows(line)).toThrow('a row is')
    },
  )

  it.each<[string, Partial<BoundRow>]>([
    ['a number', {}],
    ['a duration', { place: 'OPEN_LIMIT_MS', bound: '90 s' }],
    ['seconds in another unit', { place: 'LIFE_S', bound: '30 d' }],
    ['a piece of a file', { file: 'deploy/nginx.conf', place: 'limit_conn open_calls 2000;', bound: '2,000' }],
    ['a reason why there is no test', { shown: [], reason: 'nginx’s own' }],
  ])('may have %s', (_, changed) => {
    expect(faultsOf(row(changed), read)).toEqual([])
  })

  it.each<[string, Partial<BoundRow>]>([
    ['says “9,000”, and WAITING_LIMIT in lib/queue.ts is 10000', { bound: '9,000' }],
    ['is 90000', { place: 'OPEN_LIMIT_MS', bound: '90 min' }],
    ['is 2', { place: 'MESSAGES', bound: '64 at once' }],
    ['has 2000', { file: 'deploy/nginx.conf', place: 'limit_conn open_calls 2000;', bound: '1,000' }],
    [
      'does not have the text limit_conn open_calls 1000;',
      { file: 'deploy/nginx.conf', place: 'limit_conn open_calls 1000;' },
    ],
    ['lib/queue.ts has no OLD_LIMIT', { place: 'OLD_LIMIT' }],
    ['there is no file lib/old.ts', { file: 'lib/old.ts' }],
    ['does not say what happens one over', { over: '' }],
    ['names no test', { shown: [] }],
    ['its test lib/old.test.ts is not there', { shown: [{ file: 'lib/old.test.ts', title: 'waits' }] }],
    ['has no test “forgets”', { shown: [{ file: 'lib/queue.test.ts', title: 'forgets' }] }],
  ])('is wrong that %s', (fault, changed) => {
    expect(faultsOf(row(changed), read)).toEqual([expect.stringContaining(fault)])
  })
})

it('a bound without a row is told of, with what to do about it', () => {
  const listed = ['LETTER_BYTES', 'OPEN_LIMIT_MS', 'TWICE_AT_MOST', 'TEXT_LIMITS', 'ATTEMPTS_LIMIT', 'MAX_VIEWERS']
  const rows = listed.map((place) => row({ place }))
  expect(unlisted(['lib/queue.ts'], [...rows, row({})], read)).toEqual([])
  expect(unlisted(['lib/queue.ts'], rows, read)).toEqual([
    'add a row for `lib/queue.ts` `WAITING_LIMIT` to docs/bounds.md: what it bounds, and what happens one over',
  ])
})
