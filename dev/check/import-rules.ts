/**
 * Who may import whom, as an allow-list: what is not here is not allowed, and neither is a folder that is not here.
 * A name that ends in `/` is one of our folders, `types:` before it lets only types through, `*` is anything, the rest are
 * packages (`next` covers `next/link`). The rule of the innermost folder counts.
 */
export type ImportRules = Readonly<Record<string, readonly string[]>>

const emitter = ['realtime-server/emitter.ts']

/** No I/O and no server in it, so that a browser may have it. */
const pureLib = [
  'lib/fonts/font-families.ts',
  'lib/fonts/unicode-ranges.ts',
  'lib/format/',
  'lib/language/',
  'lib/show/',
  'lib/text/',
  'lib/config-review/',
  'lib/reseller/contrast.ts',
]

export const importRules: ImportRules = {
  'app/': ['app/', 'components/', 'lib/', 'contracts/', 'next', 'react', 'use-intl', 'zod'],
  'components/': [
    ...['components/', 'contracts/', ...pureLib, 'types:lib/'],
    ...['@tanstack/react-query', 'next', 'react', 'react-dom', 'uqr', 'use-intl', 'zod'],
  ],
  'lib/fonts/font-families.ts': ['contracts/'],
  'lib/fonts/unicode-ranges.ts': [],
  'lib/format/': [...pureLib, 'contracts/'],
  'lib/config-review/': [...pureLib, 'contracts/'],
  'lib/language/': [...pureLib, 'contracts/'],
  'lib/show/': [...pureLib, 'contracts/'],
  'lib/text/': [...pureLib, 'contracts/', 'icu-minify', 'use-intl'],
  'lib/': [
    ...['lib/', 'contracts/', 'platform/', 'generated/', ...emitter, 'node:'],
    ...[
      '@prisma/adapter-pg',
      'better-auth',
      'fontkit',
      'ical-generator',
      'ioredis',
      'jose',
      'lru-cache',
      'next',
      'pdfkit',
      'pg',
      'prom-client',
      'react',
      'sharp',
      'uqr',
      'use-intl',
      'zod',
    ],
  ],
  'realtime-server/': [
    'realtime-server/',
    'contracts/',
    'platform/',
    'node:',
    'amqplib',
    'ioredis',
    'jose',
    'kafkajs',
    'lru-cache',
    'prom-client',
    'ws',
    'zod',
  ],
  'worker/': [
    'worker/',
    'contracts/',
    'platform/',
    'generated/',
    ...emitter,
    // Mails speak the site's languages and wear its colours.
    ...pureLib,
    'lib/reseller/contrast.ts',
    'node:',
    'kafkajs',
    'nodemailer',
    '@prisma/adapter-pg',
    'prom-client',
    'zod',
  ],
  'platform/': ['platform/', 'contracts/', 'node:', 'ioredis', 'kafkajs', 'pg', 'pino', 'prom-client', 'zod'],
  'contracts/': ['contracts/', 'zod'],
  'dev/': ['*'],
  /** Nothing but manifests, and tests that hold them against every program. */
  'deploy/': ['deploy/', 'realtime-server/', 'worker/', 'lib/', 'platform/', 'contracts/'],
  'e2e/': ['*'],
  'bench/': ['*'],
  'proxy.ts': ['lib/', 'contracts/', 'platform/machine-host.ts', 'next', 'node:'],
  'proxy.it.test.ts': ['proxy.ts', 'lib/', 'next'],
  'instrumentation.ts': ['lib/', 'platform/', 'next'],
  'next.config.ts': ['lib/', 'next', 'node:'],
  'playwright.config.ts': ['*'],
  'prisma.config.ts': ['prisma'],
  'vitest.config.ts': ['*'],
}

/** Tests may also use real services, stand-ins and any package, but no more of our own parts than what they test may. */
export const testRules: readonly string[] = ['dev/', 'node:', 'package:*']

/** Tests, the suites that several adapters of one port share, and what tests of one part have in common. */
export const isTest = (file: string): boolean => /\.(test|suite|fixture)\.tsx?$|\/test\//.test(file)

/** The rule of a file: that of its own name, or of the innermost folder that has one. */
export function ruleOf(file: string, rules: ImportRules): readonly string[] | undefined {
  const parts = file.split('/')
  const folders = parts.slice(0, -1).map((_, depth) => `${parts.slice(0, depth + 1).join('/')}/`)
  const name = [file, ...folders.toReversed()].find((candidate) => Object.hasOwn(rules, candidate))
  return name === undefined ? undefined : rules[name]
}

/** Whether a rule lets something be imported: a path of ours, `node:…`, or a package with or without a path in it. */
export function allows(rule: readonly string[], target: Target): boolean {
  return rule.some((entry) => {
    if (entry === '*') return true
    if (entry.startsWith('types:')) return target.typeOnly && allows([entry.slice('types:'.length)], target)
    if (entry === 'package:*') return target.kind === 'package'
    if (entry.endsWith('/') || entry.endsWith('.ts')) return target.kind === 'ours' && within(entry, target.path)
    if (entry === 'node:') return target.kind === 'package' && target.path.startsWith(entry)
    return target.kind === 'package' && within(entry, target.path)
  })
}

/** What an import names: a file of ours by its path, or a package. */
export interface Target {
  readonly kind: 'ours' | 'package'
  readonly path: string
  readonly typeOnly: boolean
}

const within = (entry: string, path: string): boolean =>
  path === entry || path.startsWith(entry.endsWith('/') ? entry : `${entry}/`)
