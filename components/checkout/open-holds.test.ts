import { describe, expect, it } from 'vitest'
import { OpenHolds } from './open-holds.ts'

const DAY_MS = 24 * 60 * 60_000

function browser({ full = false } = {}) {
  const stored = new Map<string, string>()
  const storage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem(key: string, text: string) {
      if (full) throw new DOMException('full', 'QuotaExceededError')
      stored.set(key, text)
    },
  }
  let nowMs = 1_000_000
  const now = () => nowMs
  return { tab: () => new OpenHolds(() => storage, now), wait: (ms: number) => (nowMs += ms), stored }
}

describe('the holds of a browser', () => {
  it('are remembered by show, several of one beside each other, and known in every tab', () => {
    const { tab } = browser()
    const [one, other] = [tab(), tab()]
    one.remember('s1', 'h1')
    other.remember('s2', 'h2')
    one.remember('s1', 'h3')
    expect(other.of('s1')).toEqual(['h1', 'h3'])
    expect(one.of('s2')).toEqual(['h2'])
    expect(one.of('s3')).toEqual([])
  })

  it('are forgotten one by one', () => {
    const tab = browser().tab()
    for (const id of ['h1', 'h2']) tab.remember('s1', id)
    tab.forget('h1')
    expect(tab.of('s1')).toEqual(['h2'])
  })

  it('asked for again after a lost answer, one is remembered once', () => {
    const tab = browser().tab()
    for (const id of ['h1', 'h1']) tab.remember('s1', id)
    expect(tab.of('s1')).toEqual(['h1'])
  })

  it('are the twenty newest at most', () => {
    const tab = browser().tab()
    for (let n = 1; n <= 25; n++) tab.remember('s1', `h${n}`)
    expect(tab.of('s1')).toHaveLength(20)
    expect(tab.of('s1').at(0)).toBe('h6')
    expect(tab.of('s1').at(-1)).toBe('h25')
  })

  it('are forgotten after a day', () => {
    const { tab, wait } = browser()
    tab().remember('s1', 'h1')
    wait(DAY_MS - 1)
    expect(tab().of('s1')).toEqual(['h1'])
    wait(1)
    expect(tab().of('s1')).toEqual([])
  })

  it('are known to the tab that made them where nothing can be stored, or read', () => {
    const full = browser({ full: true }).tab()
    const forbidden = new OpenHolds(() => {
      throw new DOMException('denied', 'SecurityError')
    })
    for (const tab of [full, forbidden]) {
      expect(tab.of('s1')).toEqual([])
      for (const id of ['h1', 'h2']) tab.remember('s1', id)
      expect(tab.of('s1')).toEqual(['h1', 'h2'])
      tab.forget('h1')
      expect(tab.of('s1')).toEqual(['h2'])
    }
  })

  it.each(['', 'nonsense', '{}', '[null, 1, {"holdId": "h1"}]'])('are none where what is stored is %j', (text) => {
    const { tab, stored } = browser()
    stored.set('marquee open holds', text)
    expect(tab().of('s1')).toEqual([])
    tab().remember('s1', 'h2')
    expect(tab().of('s1')).toEqual(['h2'])
  })

  it('tell this tab when they change, until it stops listening, and not for what was not there', () => {
    const tab = browser().tab()
    let changes = 0
    const stop = tab.listen(() => changes++)
    tab.remember('s1', 'h1')
    tab.forget('h7')
    tab.forget('h1')
    expect(changes).toBe(2)
    stop()
    tab.remember('s1', 'h2')
    expect(changes).toBe(2)
  })
})
