import { describe, expect, it } from 'vitest'
import { KeptWayBack } from './kept-way-back.ts'

const HOUR_MS = 60 * 60_000

function keptAt(clock: { nowMs: number }) {
  const entries = new Map<string, string>()
  const storage = {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key),
  }
  return {
    entries,
    tab: () =>
      new KeptWayBack(
        () => storage,
        () => clock.nowMs,
      ),
  }
}

describe('a way back', () => {
  it('is known to the tab that a mailed link opens, as long as that link works, and until it was taken', () => {
    const clock = { nowMs: 0 }
    const { tab } = keptAt(clock)
    tab().keep('/checkout/h1')
    clock.nowMs = HOUR_MS
    expect(tab().recall()).toBe('/checkout/h1')
    tab().forget()
    expect(tab().recall()).toBeNull()
  })

  it('is forgotten after two hours, and when the clock was set back', () => {
    const clock = { nowMs: 5 * HOUR_MS }
    const { tab, entries } = keptAt(clock)
    tab().keep('/checkout/h1')
    clock.nowMs = 0
    expect(tab().recall()).toBeNull()
    tab().keep('/checkout/h1')
    clock.nowMs = 7 * HOUR_MS
    expect(tab().recall()).toBeNull()
    expect(entries.size, 'and gone').toBe(0)
  })

  it('stays when another mail is asked for from a page that leads nowhere', () => {
    const { tab } = keptAt({ nowMs: 0 })
    tab().keep('/checkout/h1')
    tab().keep(null)
    expect(tab().recall()).toBe('/checkout/h1')
  })

  it('is a path of this site', () => {
    const { tab, entries } = keptAt({ nowMs: 0 })
    for (const written of [`${HOUR_MS} //evil.example`, `${HOUR_MS} https://evil.example`, 'nonsense']) {
      entries.set('marquee way back', written)
      expect(tab().recall(), written).toBeNull()
    }
  })

  it('is not kept where storage is forbidden', () => {
    const kept = new KeptWayBack(() => {
      throw new DOMException('denied', 'SecurityError')
    })
    kept.keep('/checkout/h1')
    kept.forget()
    expect(kept.recall()).toBeNull()
  })
})
