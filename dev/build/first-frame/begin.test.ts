import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { begin } from './begin.ts'

const RUNTIME = ['/_next/static/chunks/react.js', '/_next/static/chunks/turbopack-1.js']
const WORKER = '/_next/static/chunks/formatters-1.js'
const parts = { runtime: RUNTIME, formatters: WORKER, bringFontRules() {} }

let appended: string[]
let workers: string[]
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
  writes = false
  paints = []
  listeners = new Map()
  marks = {}
  page = {
    hidden: false,
    ...{
      createElement: (name: string) => ({ name, src: '' }),
      head: { append: ({ src }: { src: string }) => void appended.push(src) },
      documentElement: { lang: 'es-ES', id: '', dataset: marks },
      querySelector: (selector: string) => (writes && selector === 'meta[name="formatters"]' ? {} : null),
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
  begin(parts)
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

it('brings the rules of large families before the scripts, and not before the first frame', () => {
  begin({ ...parts, bringFontRules: () => void appended.push('rules') })
  expect(appended).toEqual([])
  drawFrame()
  vi.advanceTimersByTime(2)
  expect(appended).toEqual(['rules', ...RUNTIME])
})

it('fetches scripts also where a browser can bring no rules', () => {
  const bringFontRules = () => {
    throw new TypeError('CSSStyleSheet is not a constructor')
  }
  begin({ ...parts, bringFontRules })
  expect(drawFrame).toThrow(TypeError)
  vi.advanceTimersByTime(2)
  expect(appended).toEqual(RUNTIME)
})

it.each([undefined, class {}, Object.assign(class {}, { supportedEntryTypes: ['longtask'] })])(
  'fetches right after its frame where nobody says when that is on the screen: %o',
  (observer) => {
    vi.stubGlobal('PerformanceObserver', observer)
    const frames: (() => void)[] = []
    vi.stubGlobal('requestAnimationFrame', (frame: () => void) => void frames.push(frame))
    begin(parts)
    expect(appended).toEqual([])
    for (const frame of frames) frame()
    expect(appended, 'callbacks come before their frame is drawn').toEqual([])
    vi.advanceTimersByTime(2)
    expect(appended).toEqual(RUNTIME)
  },
)

it('fetches at once in a tab that draws nothing, and in one that is left before it drew', () => {
  page.hidden = true
  begin(parts)
  vi.advanceTimersByTime(1)
  expect(appended).toEqual(RUNTIME)

  appended = []
  page.hidden = false
  begin(parts)
  listeners.get('visibilitychange')?.()
  vi.advanceTimersByTime(1)
  expect(appended).toEqual(RUNTIME)
})

it('fetches at once where the page is empty without its scripts, which paint it', () => {
  Object.assign(page, { documentElement: { lang: '', id: '__next_error__', dataset: {} } })
  begin(parts)
  vi.advanceTimersByTime(1)
  expect(appended).toEqual(RUNTIME)
})

it('does not wait longer than two seconds for styles, and fetches once', () => {
  begin(parts)
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
  begin(parts)
  vi.advanceTimersByTime(1)
  expect(appended).toEqual([...RUNTIME, '/_next/static/chunks/0a_b-c~d.js', '/_next/static/chunks/e.js'])
})

it('takes no other address of a text for one of ours', () => {
  vi.stubGlobal('__next_f', [
    [1, '"https://else.example/a.js" "/media/b.js" "/_next/static/chunks/../../media/c.js" "/_next/static/chunks/.js"'],
  ])
  page.hidden = true
  begin({ ...parts, runtime: [] })
  vi.advanceTimersByTime(1)
  expect(appended).toEqual([])
})

it('has formatters read their language at once and elsewhere, on pages that write prices or times', () => {
  begin(parts)
  expect(workers, 'a page that writes none').toEqual([])
  writes = true
  begin(parts)
  expect(workers).toEqual([`${WORKER}#es-ES`])
  expect(appended).toEqual([])
})

it.each([false, true])('fetches scripts also where no worker may be, hidden: %s', (hidden) => {
  writes = true
  page.hidden = hidden
  vi.stubGlobal('Worker', undefined)
  expect(() => begin(parts)).toThrow(TypeError)
  drawFrame()
  vi.advanceTimersByTime(2)
  expect(appended).toEqual(RUNTIME)
})
