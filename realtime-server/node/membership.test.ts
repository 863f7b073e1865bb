import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createLog } from '#platform/log.ts'
import type { Hub } from '../hub/hub.ts'
import { InterestTable } from '../hub/interest-table.ts'
import { MemoryEpoch } from '../memory-epoch.ts'
import { MemoryRegistry } from '../registry/memory-registry.ts'
import { BEAT_MS, LEASE_MS, type NodeRegistry } from '../registry/registry.ts'
import { Membership } from './membership.ts'

const log = createLog('test', 'silent')
const SHOW = 'public.show.42'
const staying = new AbortController().signal

let epoch: MemoryEpoch
let registry: MemoryRegistry
/** Everything that was asked of the registry and of the hub, in order. */
let asked: string[]
/** What comes before an answer of the registry, by method. */
let before: Partial<Record<string, () => Promise<void> | void>>
let catchUps: { epoch: string; dropped: boolean; registered: boolean }[]
let catchUp: () => Promise<void>
let interests: InterestTable
let member: Membership
/** For how long the bus has said nothing. */
let deafMs: number
let rename: () => void
beforeEach(async () => {
  vi.useFakeTimers()
  vi.advanceTimersByTime(1_000)
  epoch = new MemoryEpoch()
  epoch.current()
  vi.advanceTimersByTime(60_000)
  registry = new MemoryRegistry(epoch)
  asked = []
  deafMs = 0
  rename = () => {}
  before = {}
  catchUps = []
  catchUp = async () => {}
  const telling = tellingRegistry()
  interests = new InterestTable('n1', telling, log, () => {})
  const hub = {
    interests,
    async catchUp(of: string, dropped: boolean) {
      asked.push('catchUp')
      const [recipients] = await registry.recipients([SHOW])
      const registered = recipients === 'everyone' || (recipients?.some(({ node }) => node === member.id) ?? false)
      catchUps.push({ epoch: of, dropped, registered })
      await catchUp()
    },
  } as unknown as Hub
  const reader = {
    slots: async () => 4,
    rename: async (id: string) => {
      asked.push(`rename ${id}`)
      rename()
    },
    silentMs: () => deafMs,
  }
  const deps = { registry: telling, hub, log, url: 'http://n1', connections: () => 7, reader }
  member = await Membership.enter(deps, 'n1')
  await member.announce('ready')
  await interests.acquire(SHOW, staying)
  asked.length = 0
})
afterEach(async () => {
  await member[Symbol.asyncDispose]()
  vi.useRealTimers()
})

function tellingRegistry(): NodeRegistry {
  const call =
    (name: keyof NodeRegistry) =>
    async (...args: unknown[]) => {
      asked.push(`${name} ${name === 'enter' ? (args[0] as { id: string }).id : args[0]}`)
      await before[name]?.()
      return (registry[name] as (...args: unknown[]) => Promise<unknown>)(...args)
    }
  return Object.fromEntries((['enter', 'beat', 'add', 'remove', 'leave'] as const).map((name) => [name, call(name)])) as unknown as NodeRegistry // biome-ignore format: one line
}

const beat = () => vi.advanceTimersByTimeAsync(BEAT_MS)
const held = async () => (await registry.nodes()).map(({ id, state, connections }) => ({ id, state, connections }))

describe('a node', () => {
  test('renews its lease and tells its load with every beat', async () => {
    for (let beats = 0; beats < 10; beats += 1) await beat()
    expect(await held()).toEqual([{ id: 'n1', state: 'ready', connections: 7 }])
    expect(new Set(asked)).toEqual(new Set(['beat n1']))
  })

  test('tells at once that it drains', async () => {
    await member.announce('draining')
    expect(await held()).toMatchObject([{ state: 'draining' }])
  })

  test('that hears nothing from the bus any more steps back behind the others, and comes forward again', async () => {
    deafMs = 9_000
    await beat()
    expect([member.fit, await held()]).toMatchObject([true, [{ state: 'ready' }]])
    deafMs = 11_000
    await beat()
    expect([member.fit, await held()]).toMatchObject([false, [{ state: 'starting' }]])
    await member.announce('draining')
    expect(await held()).toMatchObject([{ state: 'draining' }])
    await member.announce('ready')
    deafMs = 0
    await beat()
    expect([member.fit, await held()]).toMatchObject([true, [{ state: 'ready' }]])
  })

  test('is not fit while the registry is away for as long as a lease', async () => {
    before.beat = () => {
      throw new Error('away')
    }
    await vi.advanceTimersByTimeAsync(LEASE_MS - BEAT_MS)
    expect(member.fit).toBe(true)
    await vi.advanceTimersByTimeAsync(BEAT_MS)
    expect(member.fit).toBe(false)
  })

  test('gives its lease back when it goes, and does not beat any more', async () => {
    await member[Symbol.asyncDispose]()
    expect(await held()).toEqual([])
    asked.length = 0
    await vi.advanceTimersByTimeAsync(60_000)
    expect(asked).toEqual([])
  })

  test('survives beats that fail', async () => {
    let away = true
    before.beat = () => {
      if (away) throw new Error('away')
    }
    await beat()
    expect(member.silentMs).toBe(BEAT_MS)
    away = false
    await beat()
    expect(await held()).toHaveLength(1)
  })
})

describe('when the registry was emptied', () => {
  test('registers again under its id first and reads history second; what was sent to it still comes', async () => {
    epoch.end()
    vi.advanceTimersByTime(1)
    await beat()
    expect(asked).toEqual(['beat n1', 'enter n1', 'add n1', 'beat n1', 'catchUp'])
    expect(catchUps).toEqual([{ epoch: epoch.current().value, dropped: false, registered: true }])
    expect(await held()).toEqual([{ id: 'n1', state: 'ready', connections: 7 }])
  })

  test('and its lease may have ended before that, takes nothing for granted', async () => {
    before.beat = async () => {
      before = {}
      await vi.advanceTimersByTimeAsync(LEASE_MS - BEAT_MS)
      epoch.end()
    }
    vi.advanceTimersByTime(1)
    await beat()
    await vi.advanceTimersByTimeAsync(LEASE_MS)
    expect(catchUps[0]).toMatchObject({ dropped: true, registered: true })
  })
})

describe('after a pause of more than half a lease', () => {
  test('comes back as somebody new: heard and registered first, then history is read, and the old id is given up', async () => {
    before.beat = async () => {
      before = {}
      await vi.advanceTimersByTimeAsync(LEASE_MS)
    }
    await beat()
    await vi.advanceTimersByTimeAsync(0)
    const { id } = member
    expect(id).not.toBe('n1')
    expect(asked).toEqual(['beat n1', `rename ${id}`, `enter ${id}`, `add ${id}`, `beat ${id}`, 'leave n1', 'catchUp'])
    expect(catchUps).toMatchObject([{ dropped: true, registered: true }])
    expect(await held()).toEqual([{ id, state: 'ready', connections: 7 }])
    await beat()
    expect(asked.at(-1)).toBe(`beat ${id}`)
  })
})

test('an id that the bus did not take is not registered before it does, however the node comes to register', async () => {
  const forget = async () => registry.remove(member.id, [SHOW])
  await forget()
  before.beat = forget
  let taken = false
  rename = () => {
    if (!taken) throw new Error('the bus is away')
  }
  await beat()
  await beat()
  before = {}
  asked.length = 0
  await member.missed() // at once, so that this is not one more pause
  expect(asked.filter((call) => /^(enter|add)/.test(call))).toEqual([])
  taken = true
  await beat()
  await beat()
  const { id } = member
  expect(asked.indexOf(`rename ${id}`)).toBeGreaterThan(-1)
  expect(asked.indexOf(`rename ${id}`)).toBeLessThan(asked.indexOf(`enter ${id}`))
})

describe('an interest that the registry has lost', () => {
  test('is registered again', async () => {
    await registry.remove('n1', [SHOW])
    await beat()
    expect(catchUps).toMatchObject([{ dropped: true, registered: true }])
    expect(member.id).toBe('n1')
    await beat()
    expect(catchUps).toHaveLength(1)
  })

  test('again and again makes the node somebody new', async () => {
    const forget = async () => registry.remove(member.id, [SHOW])
    await forget()
    before.leave = () => {
      before = {}
    }
    before.beat = forget
    await beat()
    await beat()
    expect(member.id).not.toBe('n1')
  })

  test('is not missed while it is on its way', async () => {
    const gate = Promise.withResolvers<void>()
    before.add = () => gate.promise
    const acquired = interests.acquire('public.show.7', staying)
    await beat()
    expect(catchUps).toEqual([])
    gate.resolve()
    await acquired
    await beat()
    expect(catchUps).toEqual([])
  })
})

describe('what may have been missed', () => {
  test('on the bus is read at once', async () => {
    await member.missed()
    expect(catchUps).toMatchObject([{ dropped: true }])
    await beat()
    expect(catchUps).toHaveLength(1)
  })

  test('is still owed when history does not answer', async () => {
    catchUp = async () => {
      throw new Error('away')
    }
    await member.missed()
    catchUp = async () => {}
    await beat()
    expect(catchUps.map(({ dropped }) => dropped)).toEqual([true, true])
    await beat()
    expect(catchUps).toHaveLength(2)
  })

  test('while a read fails that was owed for less is owed in full', async () => {
    let again: Promise<void> | null = null
    catchUp = async () => {
      again ??= member.missed()
      throw new Error('away')
    }
    epoch.end()
    vi.advanceTimersByTime(1)
    await beat()
    catchUp = async () => {}
    await again
    await beat()
    expect(catchUps.map(({ dropped }) => dropped)).toEqual([false, true, true])
  })

  test('while history is being read is read after that', async () => {
    let again: Promise<void> | null = null
    catchUp = async () => {
      again ??= member.missed()
    }
    await member.missed()
    await again
    expect(catchUps).toHaveLength(2)
  })
})

describe('where viewers may resume from', () => {
  test('is the time of the last beat, not of now', async () => {
    await beat()
    const { ms } = member.confirmed
    await vi.advanceTimersByTimeAsync(BEAT_MS - 100)
    expect(member.confirmed).toEqual({ epoch: epoch.current().value, ms, seq: 0 })
    expect(member.now().ms - ms).toBe(BEAT_MS - 100)
  })

  test('does not move on while history is owed', async () => {
    const { ms } = member.confirmed
    catchUp = async () => {
      throw new Error('away')
    }
    await member.missed()
    await beat()
    expect(member.confirmed.ms).toBe(ms)
    catchUp = async () => {}
    await beat()
    expect(member.confirmed.ms).toBeGreaterThan(ms)
  })
})
