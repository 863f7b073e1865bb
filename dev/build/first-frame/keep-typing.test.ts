import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { keepTyping } from './keep-typing.ts'

let page: { dataset: { awake?: string } }
let heard: Map<string, (event: object) => void>

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
  heard = new Map()
  vi.stubGlobal('addEventListener', (what: string, listener: (event: object) => void, capture: boolean) => {
    expect(capture, 'before anybody else hears of it').toBe(true)
    heard.set(what, listener)
  })
  keepTyping()
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const type = (target: Field, how: object = {}) => heard.get('input')?.({ target, isTrusted: true, ...how })

/** React takes over, and remembers what stands there. */
const takeOver = (...fields: Field[]) => {
  page.dataset.awake = ''
  for (const field of fields) Object.assign(field, { __reactFiber$1a2b: {}, remembered: field.text })
}
const wake = (...fields: Field[]) => {
  takeOver(...fields)
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

it('tells before a press is heard, so that what is sent is what stands there', () => {
  const field = fieldWith('Doors')
  type(field)
  heard.get('click')?.({ target: {} })
  expect(field.told).toEqual([])
  takeOver(field)
  heard.get('click')?.({ target: {} })
  expect(field.told).toEqual(['input: Doors'])
})

it('takes what is ticked last, also between React’s coming and its own', () => {
  const [one, another, box] = [radio(true), radio(true), radio(true, { type: 'checkbox', name: 'box' })]
  type(one)
  type(box)
  takeOver(one, another, box)
  // Somebody picks the other one and takes the tick away, and React hears of both itself.
  heard.get('click')?.({ target: another })
  type(another)
  box.checked = false
  heard.get('click')?.({ target: box })
  type(box)
  vi.advanceTimersByTime(50)
  expect([one.clicks, another.clicks, box.clicks]).toEqual([0, 0, 0])
})

it('forgets a word that nobody ends', () => {
  const field = fieldWith('と')
  type(field, { isComposing: true })
  vi.advanceTimersByTime(30_050)
  expect(vi.getTimerCount()).toBe(0)
})

it('leaves a word alone that is being put together', () => {
  const field = fieldWith('と')
  type(field, { isComposing: true })
  wake(field)
  expect(field.told).toEqual([])
  field.text = '扉'
  heard.get('compositionend')?.({ target: field, isTrusted: true })
  vi.advanceTimersByTime(50)
  expect(field.told).toEqual(['input: 扉'])
})

it('tells of what was chosen in a list, unless that was chosen before', () => {
  const options = ['owner', 'editor', 'viewer'].map((value, at) => ({ value, defaultSelected: at === 1 }))
  const [other, same] = [fieldWith('viewer', { options }), fieldWith('editor', { options })]
  for (const list of [other, same]) type(list)
  takeOver(other, same)
  for (const list of [other, same]) Object.assign(list, { text: 'editor', remembered: 'none' })
  vi.advanceTimersByTime(50)
  expect([other.text, other.told.length > 0 || other.remembered === 'viewer', same.told]).toEqual(['viewer', true, []])
})

it('leaves what cannot be changed by then, and what was chosen too long ago', () => {
  const [disabled, late] = [radio(true, { disabled: true }), radio(true, { name: 'late' })]
  type(disabled)
  type(late)
  vi.advanceTimersByTime(10_050)
  wake(disabled, late)
  expect([disabled.clicks, disabled.checked, late.clicks]).toEqual([0, true, 0])
})
