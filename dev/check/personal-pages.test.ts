import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { isPersonalPage } from '#lib/http/page-caching.ts'

const app = join(import.meta.dirname, '../../app')

/** What a page calls that has to know who is signed in. Staff's pages are all below a layout that does. */
const READS = /\b(?:currentAccount|currentCustomers?|requireAccount|requireStaff)\b/

/** `sites/[host]/orders/[orderId]/page.tsx` is `/orders/x` from outside. */
const pathOf = (file: string) =>
  file
    .replace(/^sites\/\[host\]/, '')
    .replace(/^staff\/\[host\]/, '/admin')
    .replace(/\/page\.tsx$/, '')
    .replaceAll(/\[[^\]]+\]/g, 'x') || '/'

const pages = globSync('{sites,staff}/**/page.tsx', { cwd: app }).map((file) => {
  const reads = file.startsWith('staff/') || READS.test(readFileSync(join(app, file), 'utf8'))
  return { path: pathOf(file), reads }
})

it('there are pages of both kinds', () => {
  expect(pages.filter(({ reads }) => reads).length).toBeGreaterThan(10)
  expect(pages.filter(({ reads }) => !reads).length).toBeGreaterThan(10)
})

it.each(pages)('$path: that it reads who is signed in is $reads, and known', ({ path, reads }) => {
  expect(isPersonalPage(path)).toBe(reads)
})
