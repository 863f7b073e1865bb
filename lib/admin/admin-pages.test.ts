import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { ADMIN_PAGES, adminPagesFor } from './admin-pages.ts'

const hrefsFor = (role: Parameters<typeof adminPagesFor>[0]) => adminPagesFor(role).map(({ href }) => href)

it.each(ADMIN_PAGES)('$href asks for the role that the menu says', async ({ href, role }) => {
  const page = `../../app/staff/[host]${href.slice('/admin'.length)}/page.tsx`
  const source = await readFile(new URL(page, import.meta.url), 'utf8')
  expect(/requireStaff\(site, '(\w+)', '([^']+)'\)/.exec(source)?.slice(1)).toEqual([role, href])
})

it('shows ways to nobody who may not go them', () => {
  const all = ADMIN_PAGES.map(({ href }) => href)
  expect(hrefsFor('owner')).toEqual(all)
  expect(hrefsFor('editor')).toEqual(all)
  expect(hrefsFor('viewer')).toEqual(all.filter((href) => href !== '/admin/site'))
  expect(hrefsFor(null)).toEqual([])
})
