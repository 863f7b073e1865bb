import { describe, expect, it } from 'vitest'
import { Intents } from './intents.ts'

function memoryStorage() {
  const entries = new Map<string, string>()
  return {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key),
  }
}

function numbered(storage: () => ReturnType<typeof memoryStorage>) {
  let count = 0
  return new Intents(storage, () => `key-${++count}`)
}

describe('an intent', () => {
  it('keeps its key while its content is the same, over a reload too', () => {
    const storage = memoryStorage()
    const key = numbered(() => storage).keyFor('order h1', { name: 'A B' })
    expect(
      new Intents(
        () => storage,
        () => 'other',
      ).keyFor('order h1', { name: 'A B' }),
    ).toBe(key)
  })
  it('gets another key for another content', () => {
    const storage = memoryStorage()
    const intents = numbered(() => storage)
    expect(intents.keyFor('order h1', { name: 'A' })).not.toBe(intents.keyFor('order h1', { name: 'B' }))
  })
  it('gets another key once it is settled', () => {
    const storage = memoryStorage()
    const intents = numbered(() => storage)
    const key = intents.keyFor('hold s1', [1])
    intents.settle('hold s1')
    expect(intents.keyFor('hold s1', [1])).not.toBe(key)
  })
  it('keeps its key for the page where storage is forbidden', () => {
    const intents = numbered(() => {
      throw new DOMException('denied', 'SecurityError')
    })
    expect(intents.keyFor('hold s1', [1])).toBe(intents.keyFor('hold s1', [1]))
  })
})
