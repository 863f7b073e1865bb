import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { begin } from './begin.ts'

const RUNTIME = ['/_next/static/chunks/react.js', '/_next/static/chunks/turbopack-1.js']
const WORKER = '/_next/static/chunks/formatters-1.js'

let appended: string[]
let workers: string[]
/** What the page names of stylesheets that may come later. */
let lateStyles: { content: string }[]
let linked: string[]
/** Whether the page says that it writes prices or times. */
let writes: boolean
let paints: ((name: string) => void)[]
let listeners: Map<string, () => void>
let page: { hidden: boolean }
let marks: { begun?: string }

beforeEach(() => {
  vi.useFakeTimers()
  appended = []
  workers = []
  lateStyles = []
  linked = []
  writes = false
  paints = []
  listeners = new Map()
  marks = {}
  page = {
    hidden: false,
    ...{
      createElement: (name: string) => ({ name, src: '', href: '' }),
      head: { append: ({ src, href }: { src: string; href: string }) => void appended.push(src || href) },
      querySelectorAll: (selector: string) => (selector === 'meta[name="late-style"]' ? lateStyles : []),
      documentElement: { lang: 'es-ES', id: '', dataset: marks },
      querySelector: (selector: string) =>
        (writes && selector === 'meta[name="formatters"]') ||
        linked.some((href) => selector === `link[rel="stylesheet"][href="${href}"]`)
          ? {}
          : null,
      addEventListener: (type: string, listener: () => void) => void listeners.set(type, listener),
    },
  }
  vi.stubGlobal('document', page)
  vi.stubGlobal(
    'Worker',
    class {
      constructor(address: string) {
        workers.push(address)
      }
    },
  )
  vi.stubGlobal(
    'PerformanceObserver',
    class {
      static supportedEntryTypes = ['paint']
      constructor(tell: (seen: object) => void) {
        paints.push((painted) => tell({ getEntriesByName: (name: string) => (name === painted ? [{}] : []) }))
      }
      observe(what: object) {
        expect(what, 'a paint that was before this script counts').toEqual({ type: 'paint', buffered: true })
      }
    },
  )
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const paint = (name: string) => {
  for (const tell of paints) tell(name)
}
const drawFrame = () => paint('first-contentful-paint')

it('fetches nothing before the first frame is drawn, and everything right after it', () => {
  begin(RUNTIME, WORKER)
  expect(appended).toEqual([])
  paint('first-paint')
  vi.advanceTimersByTime(2)
  expect(appended, 'a colour is no content').toEqual([])
  expect(marks, 'pictures further down wait as well').toEqual({})
  drawFrame()
  vi.advanceTimersByTime(2)
  expect(appended).toEqual(RUNTIME)
  expect(marks).toEqual({ begun: '' })
})

it('fetches styles that a page does not wait for before its scripts, and not before the first frame', () => {
  lateStyles = [{ content: '/fonts/noto-sans-jp.css' }, { content: '/fonts/noto-sans-jp.css' }]
  begin(RUNTIME, WORKER)
  expect(appended).toEqual([])
  drawFrame()
  vi.advanceTimersByTime(2)
  expect(appended).toEqual(['/fonts/noto-sans-jp.css', ...RUNTIME])
})

it('fetches no style that a part of the page has brought', () => {
  lateStyles = [{ content: '/fonts/noto-sans-jp.css' }]
  linked = ['/fonts/noto-sans-jp.css']
  begin(RUNTIME, WORKER)
  drawFrame()
  vi.advanceTimersByTime(2)
  expect(appended).toEqual(RUNTIME)
})

it.each([undefined, class {}, Object.assign(class {}, { supportedEntryTypes: ['longtask'] })])(
  'fetches right after its frame where nobody says when that is on the screen: %o',
  (observer) => {
    vi.stubGlobal('PerformanceObserver', observer)
    const frames: (() => void)[] = []
    vi.stubGlobal('requestAnimationFrame', (frame: () => void) => void frames.push(frame))
    begin(RUNTIME, WORKER)
    expect(appended).toEqual([])
    for (const frame of frames) frame()
    expect(appended, 'callbacks come before their frame is drawn').toEqual([])
    vi.advanceTimersByTime(2)
    expect(appended).toEqual(RUNTIME)
  },
)

it('fetches at once in a tab that draws nothing, and in one that is left before it drew', () => {
  page.hidden = true
  begin(RUNTIME, WORKER)
  vi.advanceTimersByTime(1)
  expect(appended).toEqual(RUNTIME)

  appended = []
  page.hidden = false
  begin(RUNTIME, WORKER)
  listeners.get('visibilitychange')?.()
  vi.advanceTimersByTime(1)
  expect(appended).toEqual(RUNTIME)
})

it('fetches at once where the page is empty without its scripts, which paint it', () => {
  Object.assign(page, { documentElement: { lang: '', id: '__next_error__', dataset: {} } })
  begin(RUNTIME, WORKER)
  vi.advanceTimersByTime(1)
  expect(appended).toEqual(RUNTIME)
})

it('does not wait longer than two seconds for styles, and fetches once', () => {
  begin(RUNTIME, WORKER)
  vi.advanceTimersByTime(1_999)
  expect(appended).toEqual([])
  vi.advanceTimersByTime(2)
  expect(appended).toEqual(RUNTIME)
  drawFrame()
  vi.advanceTimersByTime(5_000)
  listeners.get('visibilitychange')?.()
  expect(appended).toEqual(RUNTIME)
})

it('fetches the files of the components that the page names, also where a name is cut in two, each once', () => {
  vi.stubGlobal('__next_f', [
    [0],
    [1, '1:I[7,["/_next/static/chunks/0a_b-c~d.js","/_next/static/chu'],
    [1, 'nks/e.js"],"Tickets"]\n2:I[9,["/_next/static/chunks/e.js"],"Gallery"]\n'],
    [3, { binary: true }],
  ])
  page.hidden = true
  begin(RUNTIME, WORKER)
  vi.advanceTimersByTime(1)
  expect(appended).toEqual([...RUNTIME, '/_next/static/chunks/0a_b-c~d.js', '/_next/static/chunks/e.js'])
})

it('takes no other address of a text for one of ours', () => {
  vi.stubGlobal('__next_f', [
    [1, '"https://else.example/a.js" "/media/b.js" "/_next/static/chunks/../../media/c.js" "/_next/static/chunks/.js"'],
  ])
  page.hidden = true
  begin([], WORKER)
  vi.advanceTimersByTime(1)
  expect(appended).toEqual([])
})

it('has formatters read their language at once and elsewhere, on pages that write prices or times', () => {
  begin(RUNTIME, WORKER)
  expect(workers, 'a page that writes none').toEqual([])
  writes = true
  begin(RUNTIME, WORKER)
  expect(workers).toEqual([`${WORKER}#es-ES`])
  expect(appended).toEqual([])
})

it.each([false, true])('fetches scripts also where no worker may be, hidden: %s', (hidden) => {
  writes = true
  page.hidden = hidden
  vi.stubGlobal('Worker', undefined)
  expect(() => begin(RUNTIME, WORKER)).toThrow(TypeError)
  drawFrame()
  vi.advanceTimersByTime(2)
  expect(appended).toEqual(RUNTIME)
})
