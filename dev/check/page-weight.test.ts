import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { scriptsOf, weigh } from './page-weight.ts'

const html = `
  <link rel="preload" as="script" fetchPriority="low" nonce="n" href="/a.js"/>
  <link rel="preload" as="font" href="/f.woff2"/><link rel="stylesheet" href="/s.css"/>
  <script src="/a.js" async="" nonce="n"></script><script src="/b.js" async=""></script>
  <script src="/old.js" noModule="" nonce="n"></script><script nonce="n">self.x=1</script>`

it('counts each script once that a page names or has fetched in advance', () => {
  expect(scriptsOf(html)).toEqual(['/a.js', '/b.js'])
})

it('weighs them gzipped', async () => {
  const texts: Record<string, string> = { '/a.js': 'a'.repeat(5_000), '/b.js': 'let b' }
  const size = (text = '') => gzipSync(text, { level: 6 }).length
  const { gzipBytes } = await weigh(html, async (address) => texts[address] ?? '')
  expect(gzipBytes).toBe(size(texts['/a.js']) + size(texts['/b.js']))
})

it('follows the script that fetches the others after the first frame, and what Next reads of the page', async () => {
  const texts: Record<string, string> = {
    '/_next/static/chunks/begin-0a1b.js': '(begin)(["/_next/static/chunks/react.js"])',
    '/_next/static/chunks/react.js': 'later("/_next/static/chunks/never.js")',
    '/_next/static/chunks/tickets.js': 'tickets()',
  }
  const page = `
    <script src="/_next/static/chunks/old.js" noModule=""></script>
    <script src="/_next/static/chunks/begin-0a1b.js" async=""></script>
    <script>self.__next_f.push([1,"2:I[7,[\\"/_next/static/chunks/tickets.js\\"]]"])</script>`
  const { scripts } = await weigh(page, async (address) => texts[address] ?? Promise.reject(new Error(address)))
  expect(scripts.toSorted()).toEqual(Object.keys(texts).toSorted())
})
