import { describe, expect, it } from 'vitest'
import { announced, type Bundle, dismissed, held, passed, paused, QUIET, released, resumed } from './banner-state.ts'

const sale = (tierId = 'stalls', quantity = 1): Bundle => ({ sales: 1, items: [{ tierId, quantity }], remaining: {} })

describe('a sale', () => {
  it('is shown at once and goes by itself', () => {
    const shown = announced(QUIET, sale(), 1_000)
    expect(shown.current?.sales).toBe(1)
    expect(passed(shown, 6_999).current).not.toBeNull()
    expect(passed(shown, 7_000).current).toBeNull()
  })

  it('joins the one that is being shown, which then stays longer', () => {
    const two = announced(announced(QUIET, sale(), 0), sale('circle', 2), 5_000)
    expect(two.current).toEqual({ sales: 2, items: [...sale().items, ...sale('circle', 2).items], remaining: {} })
    expect(two.untilMs).toBe(11_000)
  })

  it('says of each tier what the latest sale left', () => {
    const first = announced(QUIET, { ...sale(), remaining: { stalls: 9, circle: 4 } }, 0)
    const second = announced(first, { ...sale(), remaining: { stalls: 7 } }, 1_000)
    expect(second.current?.remaining).toEqual({ stalls: 7, circle: 4 })
  })

  it('begins a new line when a rush has been told as one for long enough', () => {
    let state = announced(QUIET, sale(), 0)
    for (let nowMs = 1_000; nowMs <= 13_000; nowMs += 1_000) state = announced(state, sale(), nowMs)
    expect(state.current?.sales).toBe(14)
    expect(announced(state, sale(), 14_000).current?.sales).toBe(1)
  })
})

describe('who reads it', () => {
  it('keeps it while reading, and a moment after', () => {
    const reading = held(announced(QUIET, sale(), 0), 'pointer')
    expect(passed(reading, 60_000).current).not.toBeNull()
    const gone = released(reading, 'pointer', 60_000)
    expect(passed(gone, 62_999).current).not.toBeNull()
    expect(passed(gone, 63_000).current).toBeNull()
  })

  it('keeps what is told in its place, too, however late that comes', () => {
    const next = announced(held(announced(QUIET, sale(), 0), 'pointer'), sale('circle'), 20_000)
    expect(next.current).toEqual(sale('circle'))
    expect(passed(next, 60_000).current).not.toBeNull()
    expect(passed(released(next, 'pointer', 60_000), 63_000).current).toBeNull()
  })

  it.each([
    ['pointer', 'focus'],
    ['focus', 'pointer'],
  ] as const)('keeps it when the %s goes while the %s stays', (one, other) => {
    const both = held(held(held(announced(QUIET, sale(), 0), one), other), one)
    const left = released(both, one, 1_000)
    expect(passed(left, 60_000).current).not.toBeNull()
    expect(passed(released(left, other, 60_000), 63_000).current).toBeNull()
  })

  it('holds nothing that comes after it was closed under the mouse', () => {
    const closed = dismissed(held(announced(QUIET, sale(), 0), 'pointer'))
    expect(passed(announced(closed, sale(), 1_000), 7_000).current).toBeNull()
    expect(passed(announced(held(closed, 'pointer'), sale(), 1_000), 7_000).current).toBeNull()
  })

  it('can close one, and still hears of the next', () => {
    const closed = dismissed(announced(QUIET, sale(), 0))
    expect(closed.current).toBeNull()
    expect(announced(closed, sale(), 1_000).current?.sales).toBe(1)
  })

  it('can pause all of them until they are wanted again', () => {
    const silent = paused(announced(QUIET, sale(), 0))
    expect(announced(silent, sale(), 1_000).current).toBeNull()
    expect(announced(resumed(silent), sale(), 2_000).current).not.toBeNull()
  })
})
