import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  directVariables,
  type ReadVariable,
  readSettings,
  type SettingRow,
  settingFaults,
  variablesIn,
} from './settings.ts'

const root = join(import.meta.dirname, '../..')
const readText = (file: string): string => readFileSync(join(root, file), 'utf8')

describe('docs/settings.md', () => {
  it('has each variable that a program reads, with its default, and no other', () => {
    const folders = '{app,components,contracts,lib,platform,realtime-server,worker}/**/*.{ts,tsx}'
    const alone = ['proxy.ts', 'instrumentation.ts', 'next.config.ts', 'prisma.config.ts', 'dev/migrate.ts']
    const files = globSync([folders, ...alone], { cwd: root }).filter(
      (file) => !/\.(?:test|fixture|suite)\.tsx?$|\/test\//.test(file),
    )
    expect(files.length).toBeGreaterThan(500)
    const read = files.flatMap((file) => variablesIn(file, readText(file)))
    expect(read.length).toBeGreaterThan(70)
    expect(settingFaults(readSettings(readText('docs/settings.md')), read)).toEqual([])
  })
})

/** What programs of ours and of others tell each other, and nobody sets by hand. */
const BETWEEN_PROGRAMS = [
  'PATH',
  'NODE_OPTIONS',
  'NODE_ENV',
  'XDG_CACHE_HOME',
  'BUILD_FOLDER',
  'DATABASE_OWNER_URL',
  'TOUR',
  'LEAVE',
]

it('.env.example has each variable that npm start and npm test read by themselves', () => {
  const folders = '{app,components,contracts,lib,platform,realtime-server,worker}/**/{*.test.ts,test/**/*.ts}'
  const files = globSync(['{dev,e2e}/**/*.{ts,mjs}', folders, 'playwright.config.ts'], { cwd: root }).filter(
    (file) => !file.startsWith('dev/check/settings'),
  )
  const read = new Set(files.flatMap((file) => directVariables(readText(file))))
  expect(read.size).toBeGreaterThan(10)
  const told = new Set([...readText('.env.example').matchAll(/^#([A-Z_]+)=/gm)].map(([, name]) => name))
  expect([...read].filter((name) => !told.has(name) && !BETWEEN_PROGRAMS.includes(name))).toEqual([])
})

describe('the variables of a file', () => {
  it('are those of its schemas, with their defaults, and those that it reads by itself', () => {
    const source = [
      "import { PortVariable } from '#platform/environment.ts'",
      "const MODE = { BUS_MODE: z.enum(MODES).default('targeted') }",
      'const Environment = z.object({',
      '  /** OLD_PORT: z.string() of before. */',
      '  PORT: PortVariable.default(4_000),',
      '  PROXIES: z',
      '    .string()',
      "    .default(''),",
      '  MAIL_DOMAIN: Host,',
      '})',
      "const other = z.string().default('other')",
      'const LIMITS = { MOST: 20 }',
      "if (process.env.NODE_ENV === 'production') start()",
    ].join('\n')
    expect(variablesIn('lib/a.ts', source)).toEqual([
      { name: 'BUS_MODE', file: 'lib/a.ts', otherwise: 'targeted' },
      { name: 'PORT', file: 'lib/a.ts', otherwise: '4000' },
      { name: 'PROXIES', file: 'lib/a.ts', otherwise: null },
      { name: 'MAIL_DOMAIN', file: 'lib/a.ts', otherwise: null },
      { name: 'NODE_ENV', file: 'lib/a.ts', otherwise: null },
    ])
    expect(variablesIn('lib/b.ts', 'const SIDES = {\n  LEFT: left,\n}\n')).toEqual([])
  })
})

describe('a table and the code', () => {
  const variable: ReadVariable = { name: 'PORT', file: 'worker/a.ts', otherwise: '4000' }
  const row: SettingRow = { program: 'Worker', name: 'PORT', otherwise: '4,000', file: 'worker/a.ts' }

  it('are read alike', () => {
    expect(readSettings('Text.\n\n## Worker\n\n| `PORT` | 4,000 | Where | `worker/a.ts` |\n')).toEqual([row])
    expect(() => readSettings('## Worker\n| `PORT` | 4,000 | `worker/a.ts` |\n')).toThrow('a row is')
    expect(settingFaults([row], [variable])).toEqual([])
  })

  it.each<[string, SettingRow[], ReadVariable[]]>([
    ['add PORT of worker/a.ts to “Worker”', [], [variable]],
    ['“Worker” in docs/settings.md has PORT, which worker/a.ts does not read', [row], []],
    ['says that PORT is 4,001 by default, and it is 4000', [{ ...row, otherwise: '4,001' }], [variable]],
    ['platform/a.ts reads PORT: say in dev/check/settings.ts', [], [{ ...variable, file: 'platform/a.ts' }]],
    ['add PORT of realtime-server/bus/a.ts to “Dispatcher”', ...onlyNodes()],
  ])('differ: %s', (fault, rows, read) => {
    expect(settingFaults(rows, read)).toEqual([expect.stringContaining(fault)])
  })

  function onlyNodes(): [SettingRow[], ReadVariable[]] {
    const file = 'realtime-server/bus/a.ts'
    return [[{ ...row, program: 'Node', file }], [{ ...variable, file }]]
  }
})
