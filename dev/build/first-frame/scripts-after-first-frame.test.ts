import { globSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { beforeEach, expect, it, vi } from 'vitest'
import { putScriptsAfterFirstFrame } from './scripts-after-first-frame.ts'

const PAGE = 'server/app/sites/[host]/page_client-reference-manifest.js'
const manifest = {
  moduleLoading: { prefix: '' },
  clientModules: { 'a.tsx': { id: 1, name: 'A', chunks: ['/_next/static/chunks/a.js'] } },
  entryJSFiles: { layout: ['static/chunks/a.js'] },
  entryCSSFiles: { layout: [{ path: 'static/chunks/a.css' }] },
}
const program = (page: object) =>
  `globalThis.__RSC_MANIFEST = globalThis.__RSC_MANIFEST || {};\nglobalThis.__RSC_MANIFEST["/sites/[host]/page"] = ${JSON.stringify(page)};`

let folder: string
const write = (name: string, text: string) => {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), text)
}
const read = (name: string) => readFileSync(join(folder, name), 'utf8')

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'marquee-first-frame-'))
  const rootMainFiles = ['static/chunks/react.js', 'static/chunks/turbopack-1.js']
  write('build-manifest.json', JSON.stringify({ polyfillFiles: ['static/chunks/old.js'], rootMainFiles }))
  write('static/chunks/react.js', 'react()')
  write(PAGE, program(manifest))
})

it('leaves one script for pages to name, which fetches those that they named', async () => {
  await putScriptsAfterFirstFrame(folder)
  const { rootMainFiles, ...rest } = JSON.parse(read('build-manifest.json'))
  expect(rest).toEqual({ polyfillFiles: ['static/chunks/old.js'] })
  expect(rootMainFiles).toEqual([expect.stringMatching(/^static\/chunks\/begin-[0-9a-f]{12}\.js$/)])

  const fetched: string[] = []
  const head = { append: ({ src }: { src: string }) => void fetched.push(src) }
  const document = {
    hidden: true,
    querySelector: () => ({}),
    querySelectorAll: () => [],
    documentElement: { lang: 'de-DE', dataset: {} },
  }
  const workers: string[] = []
  class Worker {
    constructor(address: string) {
      workers.push(address)
    }
  }
  const setTimeout = (task: () => void) => task()
  const listened: string[] = []
  class Nothing {
    observe() {}
  }
  runInNewContext(read(rootMainFiles[0]), {
    document: { ...document, createElement: () => ({}), head },
    CSSStyleSheet: Nothing,
    MutationObserver: Nothing,
    Worker,
    setTimeout,
    addEventListener: (type: string) => void listened.push(type),
  })
  expect(fetched).toEqual(['/_next/static/chunks/react.js', '/_next/static/chunks/turbopack-1.js'])
  expect(listened, 'presses and what is typed are kept').toEqual([
    'input',
    'compositionend',
    'click',
    'click',
    'online',
    'input',
  ])
  expect(read(rootMainFiles[0]), 'comments').not.toMatch(/\/\/ |\/\*/)
  expect(workers).toEqual([expect.stringMatching(/^\/_next\/static\/chunks\/formatters-[0-9a-f]{12}\.js#de-DE$/)])
})

it('has a worker whose formatters read a language and then leave', async () => {
  await putScriptsAfterFirstFrame(folder)
  const [worker = ''] = globSync('static/chunks/formatters-*.js', { cwd: folder })
  const begin = globSync('static/chunks/begin-*.js', { cwd: folder }).map(read)
  expect(begin).toEqual([expect.stringContaining(`/_next/${worker}`)])
  const close = vi.fn()
  runInNewContext(read(worker), { location: { hash: '#de-DE' }, close })
  expect(close).toHaveBeenCalledOnce()
})

it("names no script of a page's components, and keeps everything else of its manifest", async () => {
  await putScriptsAfterFirstFrame(folder)
  const context: { __RSC_MANIFEST?: Record<string, unknown> } = {}
  runInNewContext(read(PAGE), Object.assign(context, { globalThis: context }))
  expect(context.__RSC_MANIFEST?.['/sites/[host]/page']).toEqual({ ...manifest, moduleLoading: null, entryJSFiles: {} })
})

it.each([
  ['a page whose scripts are named elsewhere', PAGE, program({ ...manifest, moduleLoading: undefined })],
  ['a page whose scripts come from another host', PAGE, program({ ...manifest, moduleLoading: { prefix: '//cdn' } })],
  ['a page that is no assignment', PAGE, 'export default {}'],
  ['a build without scripts', 'build-manifest.json', '{"rootMainFiles":[]}'],
  [
    'scripts of single pages',
    'build-manifest.json',
    '{"rootMainFiles":["a.js"],"rootMainFilesTree":{"/page":["b.js"]}}',
  ],
  [
    'a page that waits for another script',
    'build-manifest.json',
    '{"rootMainFiles":["a.js"],"pagesChunkGroupBootstrapParams":{"/page":{"otherChunks":["a.js","b.js"],"runtimeModuleIds":[]}}}',
  ],
])('says which file is strange, and changes nothing: %s', async (_, name, text) => {
  write(name, text)
  const all = () => globSync('**/*.js*', { cwd: folder }).map((file) => [file, read(file)])
  const before = all()
  await expect(putScriptsAfterFirstFrame(folder)).rejects.toThrow(
    `${join(folder, name)}: this Next writes its builds in another`,
  )
  expect(all()).toEqual(before)
})
