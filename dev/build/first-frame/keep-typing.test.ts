import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { keepTyping } from './keep-typing.ts'

let page: { dataset: { awake?: string } }
let type: (field: Field, how?: { isTrusted: boolean }) => void

/** A field as far as it is looked at. `value` is the browser's own here; React puts one before it that remembers. */
class Field {
  readonly told: string[] = []
  readonly defaultValue: string = ''
  type = 'text'
  name = 'field'
  form = null
  selectionStart: number | null = null
  selectionEnd: number | null = null
  text = ''
  remembered = ''
  get value(): string {
    return this.text
  }
  set value(text: string) {
    this.text = text
  }
  matches = () => true
  dispatchEvent({ type: what }: Event) {
    if (this.remembered !== this.text) this.told.push(`${what}: ${this.text}`)
    this.remembered = this.text
    return true
  }
}

function fieldWith(text: string, more: object = {}): Field {
  const field = Object.assign(new Field(), { text, ...more })
  Object.defineProperty(field, 'value', {
    get: () => field.text,
    set: (now: string) => {
      field.remembered = now
      field.text = now
    },
  })
  return field
}

function radio(ticked: boolean, more: object = {}): Field & { checked: boolean; clicks: number } {
  const box = Object.assign(fieldWith('on'), {
    type: 'radio',
    checked: ticked,
    defaultChecked: false,
    clicks: 0,
    ...more,
  })
  return Object.assign(box, {
    click: () => {
      box.checked = true
      box.clicks += 1
    },
  })
}

beforeEach(() => {
  vi.useFakeTimers()
  page = { dataset: {} }
  vi.stubGlobal('document', { documentElement: page, activeElement: null })
  vi.stubGlobal('addEventListener', (_type: 'input', listener: (event: object) => void) => {
    type = (target, { isTrusted } = { isTrusted: true }) => listener({ target, isTrusted })
  })
  keepTyping()
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** React takes over, and remembers what stands there. */
const wake = (...fields: Field[]) => {
  page.dataset.awake = ''
  for (const field of fields) Object.assign(field, { __reactFiber$1a2b: {}, remembered: field.text })
  vi.advanceTimersByTime(50)
}

it('tells once of what was typed, when React has the field', () => {
  const field = fieldWith('Doors')
  type(field)
  vi.advanceTimersByTime(1_000)
  expect(field.told).toEqual([])
  wake(field)
  expect([field.told, field.text]).toEqual([['input: Doors'], 'Doors'])
  type(field)
  vi.advanceTimersByTime(1_000)
  expect(field.told, 'what comes later React hears itself').toHaveLength(1)
})

it('tells of what was typed although React has put its own in its place', () => {
  const field = fieldWith('Doors')
  type(field)
  field.text = ''
  wake(field)
  expect([field.told, field.text]).toEqual([['input: Doors'], 'Doors'])
})

it('tells nothing of what stands as it stood, of what a script did, or of what was not typed in', () => {
  const [same, scripted, other] = [fieldWith('as it was', { defaultValue: 'as it was' }), fieldWith('x'), fieldWith('')]
  type(same)
  type(scripted, { isTrusted: false })
  wake(same, scripted, other)
  expect([same.told, scripted.told, other.told]).toEqual([[], [], []])
})

it('ticks the last one of several of which one can be ticked, and leaves what was ticked already', () => {
  const [one, another, before] = [radio(true), radio(true), radio(true, { name: 'other', defaultChecked: true })]
  for (const each of [one, another, before]) type(each)
  wake(one, another, before)
  expect([one.clicks, another.clicks, before.clicks]).toEqual([0, 1, 0])
  expect(another.checked).toBe(true)
})

it('keeps the caret of the field that somebody is in', () => {
  const caret = vi.fn()
  const field = fieldWith('Doors', { selectionStart: 2, selectionEnd: 3, setSelectionRange: caret })
  vi.stubGlobal('document', { documentElement: page, activeElement: field })
  type(field)
  wake(field)
  expect(caret).toHaveBeenCalledExactlyOnceWith(2, 3)
})

it('gives up after half a minute', () => {
  const field = fieldWith('Doors')
  type(field)
  vi.advanceTimersByTime(30_050)
  wake(field)
  expect(field.told).toEqual([])
  expect(vi.getTimerCount()).toBe(0)
})
