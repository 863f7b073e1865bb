import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createLog } from '#platform/log.ts'
import type { NodeRegistry } from '../registry/registry.ts'
import { IDLE_MS, InterestTable } from './interest-table.ts'

/** A registry whose calls wait until the test lets them through. */
class GatedRegistry {
  readonly calls: { what: 'add' | 'remove'; id: string; interests: readonly string[]; answer: (e?: Error) => void }[] =
    []

  readonly registry = {
    add: (id: string, interests: readonly string[]) => this.#call('add', id, interests),
    remove: (id: string, interests: readonly string[]) => this.#call('remove', id, interests),
  } as NodeRegistry

  /** What was asked so far, as `add node interest,interest`. */
  get asked(): string[] {
    return this.calls.map(({ what, id, interests }) => `${what} ${id} ${interests.join(',')}`)
  }

  async answer(call: number, error?: Error): Promise<void> {
    this.calls[call]?.answer(error)
    await settle()
  }

  #call(what: 'add' | 'remove', id: string, interests: readonly string[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.calls.push({ what, id, interests: [...interests], answer: (error) => (error ? reject(error) : resolve()) })
    })
  }
}

const settle = () => new Promise((done) => setImmediate(done))

let gate: GatedRegistry
let table: InterestTable
let removed: string[]
const staying = new AbortController().signal
const acquire = (interest: string, gone = staying) => table.acquire(interest, gone)
beforeEach(() => {
  gate = new GatedRegistry()
  removed = []
  table = new InterestTable('n1', gate.registry, createLog('test', 'silent'), (interest) => removed.push(interest))
})

/** Whether a promise has been kept by now. */
async function isKept(promise: Promise<unknown>): Promise<boolean> {
  let kept = false
  void promise.then(() => {
    kept = true
  })
  await settle()
  return kept
}
const later = () => performance.now() + IDLE_MS

async function present(interest: string): Promise<void> {
  const done = acquire(interest)
  await settle()
  await gate.answer(gate.calls.length - 1)
  await done
}

describe('an interest', () => {
  test('is there when the registry has it, not before', async () => {
    const acquired = acquire('show')
    expect(await isKept(acquired)).toBe(false)
    expect(table.registered()).toEqual([])
    await gate.answer(0)
    expect(await isKept(acquired)).toBe(true)
    expect(table.registered()).toEqual(['show'])
  })

  test('is registered once for all who want it, and all wait for the same answer', async () => {
    const waiting = [acquire('show'), acquire('show')]
    await settle()
    const third = acquire('show')
    expect(gate.asked).toEqual(['add n1 show'])
    expect(await isKept(Promise.race([...waiting, third]))).toBe(false)
    await gate.answer(0)
    await Promise.all([...waiting, third, acquire('show')])
    expect(gate.calls).toHaveLength(1)
  })

  test('is registered together with others of the same moment, and those that come until it is done together after it', async () => {
    void acquire('a')
    void acquire('b')
    await settle()
    void acquire('c')
    await settle()
    const last = acquire('d')
    expect(gate.asked).toEqual(['add n1 a,b'])
    await gate.answer(0)
    expect(gate.asked).toEqual(['add n1 a,b', 'add n1 c,d'])
    expect(await isKept(last)).toBe(false)
    await gate.answer(1)
    expect(await isKept(last)).toBe(true)
  })

  test('does not wait until others that failed are tried again', async () => {
    void acquire('a')
    await settle()
    const next = acquire('b')
    await gate.answer(0, new Error('away'))
    expect(gate.asked).toEqual(['add n1 a', 'add n1 b'])
    await gate.answer(1)
    expect(await isKept(next)).toBe(true)
  })

  test('is tried again until the registry answers', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    try {
      const acquired = acquire('show')
      for (let attempt = 0; attempt < 5; attempt += 1) {
        await settle()
        await gate.answer(attempt, new Error('away'))
        vi.advanceTimersByTime(2_000)
      }
      await settle()
      expect(gate.asked).toEqual(Array(6).fill('add n1 show'))
      await gate.answer(5)
      expect(await isKept(acquired)).toBe(true)
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('an interest that nobody has any more', () => {
  test('stays registered for a while, and whoever comes back finds it', async () => {
    await present('show')
    table.release('show')
    await table.sweep(performance.now() + IDLE_MS - 100)
    expect(gate.calls).toHaveLength(1)
    await acquire('show')
    await table.sweep(later())
    expect(gate.calls).toHaveLength(1)
  })

  test('is taken out with all others like it, and forgotten before the registry is told', async () => {
    await present('a')
    await present('b')
    await present('c')
    for (const interest of ['a', 'c']) table.release(interest)
    const swept = table.sweep(later())
    expect(removed).toEqual(['a', 'c'])
    expect(gate.asked.at(-1)).toBe('remove n1 a,c')
    expect(table.registered()).toEqual(['b'])
    await gate.answer(3)
    await swept
    await settle()
    expect(table.registered()).toEqual(['b'])
  })

  test('is not swept while a viewer is left, or while it is being registered', async () => {
    const both = [acquire('show'), acquire('show')]
    await settle()
    table.release('show')
    await table.sweep(later())
    await gate.answer(0)
    await Promise.all(both)
    await table.sweep(later())
    expect(gate.asked).toEqual(['add n1 show'])
  })

  test('is swept later when its only viewer left before it was registered', async () => {
    const acquired = acquire('show')
    table.release('show')
    await settle()
    await gate.answer(0)
    await acquired
    void table.sweep(later())
    expect(gate.asked.at(-1)).toBe('remove n1 show')
  })
})

describe('while the registry is away', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] })
    vi.spyOn(gate.registry, 'add').mockImplementation(async () => {
      throw new Error('away')
    })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test('whoever goes waits no longer, and what nobody has wanted for a while is forgotten and asked for no more', async () => {
    const leaving = new AbortController()
    const waiting = Array.from({ length: 1_000 }, (_, i) => acquire(`own-${i}`, leaving.signal))
    void acquire('show')
    waiting.push(acquire('show', leaving.signal))
    await vi.advanceTimersByTimeAsync(5_000)
    leaving.abort()
    await Promise.all(waiting)
    for (let i = 0; i < 1_000; i += 1) table.release(`own-${i}`)
    table.release('show')
    await vi.advanceTimersByTimeAsync(IDLE_MS - 100)
    expect(table.size).toBe(1_001)
    await vi.advanceTimersByTimeAsync(2_200)
    expect([table.size, removed.length]).toEqual([1, 1_000])
    expect(gate.registry.add).toHaveBeenLastCalledWith('n1', ['show'])
  })

  test('nothing is asked for any more once all have gone', async () => {
    void acquire('show')
    await vi.advanceTimersByTimeAsync(100)
    table.release('show')
    await vi.advanceTimersByTimeAsync(IDLE_MS + 2_000)
    expect([table.unsettled, vi.getTimerCount()]).toEqual([false, 0])
  })

  test('who comes back in time is not kept waiting when it answers, and who comes later asks anew', async () => {
    void acquire('show')
    void acquire('forgotten')
    await vi.advanceTimersByTimeAsync(100)
    for (const interest of ['show', 'forgotten']) table.release(interest)
    await vi.advanceTimersByTimeAsync(IDLE_MS / 2)
    const back = acquire('show')
    await vi.advanceTimersByTimeAsync(IDLE_MS)
    const later = acquire('forgotten')
    vi.mocked(gate.registry.add).mockImplementation(async () => {})
    await vi.advanceTimersByTimeAsync(2_000)
    await Promise.all([back, later])
    expect(table.registered()).toEqual(['show', 'forgotten'])
  })
})

describe('a viewer who comes while an interest is taken out', () => {
  test('waits for the removal, and then for being registered: the two cannot change places', async () => {
    await present('show')
    table.release('show')
    void table.sweep(later())
    const acquired = acquire('show')
    expect(await isKept(acquired)).toBe(false)
    expect(gate.asked).toEqual(['add n1 show', 'remove n1 show'])
    await gate.answer(1)
    expect(gate.asked.at(-1)).toBe('add n1 show')
    expect(await isKept(acquired)).toBe(false)
    await gate.answer(2)
    expect(await isKept(acquired)).toBe(true)
    expect(table.registered()).toEqual(['show'])
  })

  test('and leaves again lets it go', async () => {
    await present('show')
    table.release('show')
    void table.sweep(later())
    void acquire('show')
    table.release('show')
    removed.length = 0
    await gate.answer(1)
    expect(gate.calls).toHaveLength(2)
    expect(removed).toEqual(['show'])
    await present('show')
    expect(gate.asked.at(-1)).toBe('add n1 show')
  })
})

describe('under a new id', () => {
  test('everything is registered again, but for what is being taken out', async () => {
    await present('kept')
    await present('idle')
    table.release('idle')
    void table.sweep(later())
    void acquire('coming')
    await settle()
    void table.registerAgain('n2')
    expect(gate.asked.at(-1)).toBe('add n2 kept,coming')
  })

  test('what was on its way under the old id is added under the new one too', async () => {
    const acquired = acquire('show')
    await settle()
    void table.registerAgain('n2')
    await gate.answer(0)
    expect(gate.asked.filter((call) => call === 'add n2 show').length).toBeGreaterThan(0)
    expect(await isKept(acquired)).toBe(false)
    for (let call = 1; call < gate.calls.length; call += 1) await gate.answer(call)
    expect(await isKept(acquired)).toBe(true)
  })

  test('new interests are registered under it', async () => {
    void table.registerAgain('n2')
    void acquire('show')
    await settle()
    expect(gate.asked.at(-1)).toBe('add n2 show')
  })
})

test('it is unsettled exactly while the registry has not answered', async () => {
  expect(table.unsettled).toBe(false)
  void acquire('show')
  expect(table.unsettled).toBe(true)
  await settle()
  await gate.answer(0)
  expect(table.unsettled).toBe(false)
  table.release('show')
  void table.sweep(later())
  expect(table.unsettled).toBe(true)
  await gate.answer(1)
  expect(table.unsettled).toBe(false)
})
