import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkImports, findFaults } from './check-imports.ts'
import { isDoor, namedDoors, takesParts } from './doors.ts'
import { importRules } from './import-rules.ts'
import { readImports, resolveImport } from './imports.ts'

const root = join(import.meta.dirname, '../..')

const aliases = {
  '#lib/*': './lib/*',
  '#components/*': './components/*',
  '#dev/*': './dev/*',
  '#realtime/*': './realtime-server/*',
}

const faults = (sources: Record<string, string>) =>
  findFaults(
    Object.entries(sources).map(([file, source]) => readImports(file, source)),
    aliases,
    importRules,
  )

describe('the import rules', () => {
  it('let a route import components and what Next offers', () => {
    expect(
      faults({ 'app/page.tsx': `import '#components/ui/button.tsx'\nimport { notFound } from 'next/navigation'` }),
    ).toEqual([])
  })

  it('let a component know the types of lib, and use what is pure in it', () => {
    const pure = `import type { Site } from '#lib/reseller/site.ts'\nimport { money } from '#lib/format/money.ts'`
    expect(faults({ 'components/home/hero.tsx': pure })).toEqual([])
  })

  it.each([
    ['a component using the server side', 'components/home/hero.tsx', `import { sites } from '#lib/reseller/sites.ts'`],
    ['pure code reaching for the rest of lib', 'lib/format/money.ts', `import '#lib/reseller/sites.ts'`],
    ['lib reaching up', 'lib/show.ts', `import '#components/ui/button.tsx'`],
    ['lib reaching up by a relative path', 'lib/core/show.ts', `import '../../components/ui/button.tsx'`],
    ['production code using development code', 'worker/main.ts', `import { x } from '#dev/core/main.ts'`],
    ['the same for a type only', 'worker/main.ts', `import type { X } from '#dev/core/main.ts'`],
    ['a re-export', 'lib/show.ts', `export { x } from '#dev/core/main.ts'`],
    ['an import that comes later', 'lib/show.ts', `await import('#dev/core/main.ts')`],
    ['a realtime server that knows the storefront', 'realtime-server/main.ts', `import '../lib/show.ts'`],
    ['a part of the realtime server that is not for others', 'lib/realtime/a.ts', `import '#realtime/hub/hub.ts'`],
    ['a package that this folder has no need of', 'contracts/show.ts', `import pg from 'pg'`],
    ['a package whose name only begins like an allowed one', 'app/page.tsx', `import 'react-evil'`],
    ['something computed', 'lib/show.ts', 'await import(name)'],
    ['a test that reaches further than what it tests', 'realtime-server/a.test.ts', `import '../lib/show.ts'`],
  ])('refuse %s', (_case, file, source) => {
    expect(faults({ [file]: source })).toHaveLength(1)
  })

  it('let a test use services, stand-ins and its own tools', () => {
    expect(
      faults({ 'lib/show.test.ts': `import { it } from 'vitest'\nimport '#dev/test/services.ts'\nimport 'node:fs'` }),
    ).toEqual([])
  })

  it('refuse a folder that nobody made a rule for', () => {
    expect(faults({ 'helpers/a.ts': '' })).toEqual([
      'helpers/a.ts: its folder has no rule in dev/check/import-rules.ts',
    ])
  })

  it('refuse a cycle, and name it', () => {
    const cycle = { 'lib/a.ts': `import './b.ts'`, 'lib/b.ts': `import './c.ts'`, 'lib/c.ts': `import './a.ts'` }
    expect(faults(cycle)).toEqual(['import cycle: lib/a.ts → lib/b.ts → lib/c.ts → lib/a.ts'])
  })

  it.each([
    ['by a type', `import type { a } from './a.ts'`],
    ['by a type that is passed on', `export type { a } from './a.ts'`],
    ['by what comes later', `const a = () => import('./a.ts')`],
  ])('refuse two files that know each other %s', (_, source) => {
    const circle = { 'lib/a.ts': `import { b } from './b.ts'`, 'lib/b.ts': source }
    expect(faults(circle)).toEqual(['import cycle: lib/a.ts → lib/b.ts → lib/a.ts'])
  })

  it('refuse nothing of what is here, and no circle has leave to stay', () => {
    expect(checkImports(root)).toEqual([])
  })

  it('report a file that cannot be parsed', () => {
    expect(faults({ 'lib/a.ts': 'import from' })).not.toHaveLength(0)
  })
})

describe('the parts of a storefront', () => {
  const take = `import { type Storefront, storefront } from '#lib/storefront.ts'`

  it.each([
    ['what is handed them', 'lib/holds/holds.ts', take],
    ['the same by a relative path', 'lib/let-finish.ts', `import { storefront } from './storefront.ts'`],
    ['who asks later', 'lib/holds/holds.ts', `const { storefront } = await import('#lib/storefront.ts')`],
    ['who passes them on', 'lib/holds/holds.ts', `export { storefront } from '#lib/storefront.ts'`],
    ['a route that its handler hands them', 'app/sites/[host]/api/holds/route.ts', take],
    ['what a page reads with', 'app/sites/[host]/show-for.ts', take],
  ])('are not for the taking of %s', (_case, file, source) => {
    expect(faults({ [file]: source })).toEqual([`${file} takes the storefront, and is no door: it is an argument`])
  })

  it.each([
    ['a page', 'app/sites/[host]/page.tsx', take],
    ['a route that is about no site', 'app/api/readyz/route.ts', take],
    ['the way into every other route', 'lib/route/handle.ts', take],
    ['a test', 'lib/holds/holds.it.test.ts', `import { STOREFRONT } from '#lib/storefront.ts'`],
    ['who knows their types', 'lib/holds/holds.ts', `import type { Storefront } from '#lib/storefront.ts'`],
  ])('are there for %s', (_case, file, source) => {
    expect(faults({ [file]: source })).toEqual([])
  })

  it('have no door that nobody goes through', () => {
    const shut = namedDoors.filter((file) => {
      const { imports } = readImports(file, readFileSync(join(root, file), 'utf8'))
      return !imports.some((one) => takesParts(resolveImport(file, one, aliases)))
    })
    expect(namedDoors.every(isDoor)).toBe(true)
    expect(shut).toEqual([])
  })
})
