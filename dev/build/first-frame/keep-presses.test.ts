import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { keepPresses } from './keep-presses.ts'

let page: { dataset: { awake?: string } }
let press: (target: object) => { preventDefault: () => void; stopImmediatePropagation: () => void }
/** What was pressed and heard, in order. */
let heard: string[]

beforeEach(() => {
  vi.useFakeTimers()
  page = { dataset: {} }
  heard = []
  vi.stubGlobal('document', { documentElement: page })
  vi.stubGlobal('addEventListener', (_type: 'click', listener: (event: object) => void, capture: boolean) => {
    expect(capture, 'before anybody else hears of it').toBe(true)
    press = (target) => {
      const event = {
        target,
        isTrusted: true,
        pointerType: 'touch',
        clientX: 12,
        clientY: 105,
        preventDefault: vi.fn(),
        stopImmediatePropagation: vi.fn(),
      }
      listener(event)
      return event
    }
  })
  class PointerEvent {
    constructor(type: 'click', init: object) {
      Object.assign(this, init, { type })
    }
  }
  vi.stubGlobal('PointerEvent', PointerEvent)
  keepPresses()
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const buttonOf = (name: string, selectors = ['button, [role="checkbox"]']) => {
  const own = {
    ariaBusy: null as string | null,
    top: 100,
    getBoundingClientRect: () => ({ left: 10, top: own.top }),
    matches: (selector: string) => selectors.includes(selector),
    dispatchEvent: ({ pointerType, clientX, clientY }: Record<string, string | number>) =>
      void heard.push(`${name} by ${pointerType} at ${clientX}, ${clientY}`),
  }
  // What is pressed may be a picture inside of it.
  return { own, closest: (selector: string) => (own.matches(selector) ? own : null) }
}
const wake = ({ own }: { own: object }) => Object.assign(own, { __reactFiber$1a2b: {} })
const wakePage = () => {
  page.dataset.awake = ''
}

it('does what was pressed when page and button are awake, once, in the order in which it was pressed', () => {
  const [more, reserve] = [buttonOf('more'), buttonOf('reserve')]
  for (const button of [more, reserve, more]) {
    const event = press(button)
    expect(event.preventDefault).toHaveBeenCalledOnce()
    expect(event.stopImmediatePropagation).toHaveBeenCalledOnce()
    expect(button.own.ariaBusy, 'it shows that it was heard').toBe('true')
  }
  wake(more)
  wake(reserve)
  vi.advanceTimersByTime(1_000)
  expect(heard, 'React may have begun with a page and not be done').toEqual([])
  wakePage()
  vi.advanceTimersByTime(50)
  expect(heard, 'one at a time: what it does is there for the next').toEqual(['more by touch at 12, 105'])
  vi.advanceTimersByTime(50)
  expect(heard).toEqual(['more by touch at 12, 105', 'reserve by touch at 12, 105'])
  expect([more.own.ariaBusy, reserve.own.ariaBusy]).toEqual([null, null])
  vi.advanceTimersByTime(60_000)
  expect(heard).toHaveLength(2)
  expect(vi.getTimerCount(), 'nothing is looked for any more').toBe(0)
})

it('waits for a part of the page that wakes later than the rest', () => {
  wakePage()
  const below = buttonOf('below')
  press(below)
  vi.advanceTimersByTime(1_000)
  expect(heard).toEqual([])
  wake(below)
  vi.advanceTimersByTime(50)
  expect(heard).toEqual(['below by touch at 12, 105'])
})

it('does what is pressed later after what is about to be done, and makes it wait for nothing else', () => {
  const [more, reserve, below] = [buttonOf('more'), buttonOf('reserve'), buttonOf('below')]
  press(below)
  press(more)
  wake(more)
  wake(reserve)
  wakePage()
  expect(press(reserve).preventDefault).toHaveBeenCalledOnce()
  vi.advanceTimersByTime(100)
  expect(heard).toEqual(['more by touch at 12, 105', 'reserve by touch at 12, 105'])
  expect(press(reserve).preventDefault, 'what lies below sleeps on').not.toHaveBeenCalled()
})

it('presses what was pressed where it is now: somebody may have scrolled', () => {
  const seat = buttonOf('seat')
  press(seat)
  seat.own.top = -200
  wake(seat)
  wakePage()
  vi.advanceTimersByTime(50)
  expect(heard).toEqual(['seat by touch at 12, -195'])
})

it('keeps nothing of what is awake, of links, and of forms that are sent without a script', () => {
  const awake = buttonOf('awake')
  wake(awake)
  wakePage()
  const search = buttonOf('search', ['button, [role="checkbox"]', 'form[action] button:not([type="button"])'])
  const link = buttonOf('link', ['a'])
  for (const target of [awake, search, link]) expect(press(target).preventDefault).not.toHaveBeenCalled()
  expect(vi.getTimerCount()).toBe(0)
})

it('gives up after ten seconds: nobody reserves a minute later what they pressed before they looked elsewhere', () => {
  const reserve = buttonOf('reserve')
  press(reserve)
  vi.advanceTimersByTime(9_900)
  expect(reserve.own.ariaBusy).toBe('true')
  vi.advanceTimersByTime(200)
  expect(reserve.own.ariaBusy).toBeNull()
  wake(reserve)
  wakePage()
  vi.advanceTimersByTime(1_000)
  expect(heard).toEqual([])
})

it('has presses on the page as it was when an error took its place', () => {
  wakePage()
  const first = buttonOf('first')
  wake(first)
  press(first)
  page.dataset = {}
  const again = buttonOf('try again')
  wake(again)
  expect(press(again).preventDefault).not.toHaveBeenCalled()
})
