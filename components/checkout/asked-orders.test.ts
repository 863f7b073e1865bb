import { describe, expect, it } from 'vitest'
import { AskedOrders } from './asked-orders.ts'

function memoryStorage() {
  const entries = new Map<string, string>()
  return {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
  }
}

describe('an order that was sent', () => {
  it('is known to every tab until it is answered', () => {
    const storage = memoryStorage()
    const [tab, other] = [new AskedOrders(() => storage), new AskedOrders(() => storage)]
    expect(other.isAsked('h1')).toBe(false)
    tab.note('h1')
    expect([other.isAsked('h1'), other.isAsked('h2')]).toEqual([true, false])
    other.forget('h1')
    expect(tab.isAsked('h1')).toBe(false)
  })
  it('is known to its own tab where storage is forbidden', () => {
    const tab = new AskedOrders(() => {
      throw new DOMException('denied', 'SecurityError')
    })
    tab.note('h1')
    expect(tab.isAsked('h1')).toBe(true)
    tab.forget('h1')
    expect(tab.isAsked('h1')).toBe(false)
  })
  it('makes room for newer ones, and takes no room twice', () => {
    const storage = memoryStorage()
    const full = new AskedOrders(() => storage)
    full.note('h0')
    for (let hold = 1; hold <= 20; hold++) full.note(`h${Math.ceil(hold / 3)}`)
    expect(full.isAsked('h0')).toBe(true)
    for (let hold = 1; hold <= 20; hold++) full.note(`h${hold}`)
    expect([full.isAsked('h12'), full.isAsked('h13')]).toEqual([false, true])
  })
})
