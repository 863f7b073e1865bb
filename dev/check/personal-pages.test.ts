import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { isPersonalPage } from '#lib/http/page-caching.ts'
import { readImports, resolveImport } from './imports.ts'

const root = join(import.meta.dirname, '../..')
const { imports: aliases } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))

/** By these a page learns who is signed in. */
const READERS: ReadonlySet<string> = new Set(['lib/accounts/current-account.ts', 'lib/customer/current-customers.ts'])
/** Every page's, which asks it for previews only; those are looked at as previews. */
const OF_EVERY_PAGE = 'app/site-of.ts'

const known = new Map<string, boolean>()

/** Whether a file, or what it needs, reads who is signed in. */
function reads(file: string): boolean {
  if (READERS.has(file)) return true
  const before = known.get(file)
  if (before !== undefined || file === OF_EVERY_PAGE || !/\.tsx?$/.test(file)) return before ?? false
  known.set(file, false)
  const { imports } = readImports(file, readFileSync(join(root, file), 'utf8'))
  const needed = imports.map((one) => resolveImport(file, one, aliases))
  const does = needed.some(({ kind, path, typeOnly }) => kind === 'ours' && !typeOnly && reads(path))
  known.set(file, does)
  return does
}

/** `app/sites/[host]/orders/[orderId]/page.tsx` is `/orders/x` from outside. */
const pathOf = (file: string) =>
  file
    .replace(/^app\/sites\/\[host\]/, '')
    .replace(/^app\/staff\/\[host\]/, '/admin')
    .replace(/\/page\.tsx$/, '')
    .replaceAll(/\[[^\]]+\]/g, 'x') || '/'

/** With the layouts around it. */
const partsOf = (page: string): string[] =>
  globSync('app/**/layout.tsx', { cwd: root })
    .filter((layout) => page.startsWith(layout.replace('layout.tsx', '')))
    .concat(page)

const pages = globSync('app/{sites,staff}/**/page.tsx', { cwd: root }).map((file) => ({
  path: pathOf(file),
  personal: partsOf(file).some(reads),
}))

it('there are pages of both kinds', () => {
  expect(pages.filter(({ personal }) => personal).length).toBeGreaterThan(10)
  expect(pages.filter(({ personal }) => !personal).length).toBeGreaterThan(10)
})

it.each(pages)('$path: that it reads who is signed in is $personal, and known', ({ path, personal }) => {
  expect(isPersonalPage(path)).toBe(personal)
})
