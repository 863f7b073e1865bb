import { join } from 'node:path'
import { expect, it } from 'vitest'
import { checkLanguageLinks, linkFaults } from './language-links.ts'

it('finds no link that leads out of the language of its page', () => {
  expect(checkLanguageLinks(join(import.meta.dirname, '../..'))).toEqual([])
})

it.each([
  "import Link from 'next/link'",
  "import { useRouter } from 'next/navigation'",
  "import { notFound, useRouter } from 'next/navigation'",
  "redirect('/account')",
  'permanentRedirect(path)',
  "window.location.assign('/account/goodbye')",
  'location.assign(next)',
  'location.replace(path)',
  "location.href = '/'",
  "window.location = '/'",
  '<a className="x" href="/account">',
  '<a\n  href={`/orders/$' + '{id}`}\n>',
  '<form method="get" action="/shows">',
])('sees %s', (source) => expect(linkFaults('components/x.tsx', source)).toHaveLength(1))

it.each([
  "import { usePathname } from 'next/navigation'",
  "redirect(siteHref(site, '/account'))",
  'window.location.assign(siteHref(next))',
  'location.href = siteHref(next)',
  'new URL(address, location.href)',
  "if (location.href === '/') return",
  '<a href="/api/orders/o/tickets">',
  '<a href={`mailto:$' + '{email}`}>',
  '<a href="#content">',
  '<SiteLink href="/account">',
])('leaves %s alone', (source) => expect(linkFaults('components/x.tsx', source)).toEqual([]))
