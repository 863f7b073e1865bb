import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createLog } from '#platform/log.ts'
import type { NodeInfo } from '../registry/registry.ts'
import { Roster } from './roster.ts'

const node = (id: string): NodeInfo => ({ id, url: `http://${id}`, slot: 0, state: 'ready', connections: 0 })

/** A roster whose registry and nodes do as they are told. */
async function start() {
  const world = { listed: [node('a'), node('b')] as NodeInfo[] | 'down', alive: new Set(['http://a', 'http://b']) }
  const nodes = async () => {
    if (world.listed !== 'down') return world.listed
    await new Promise((timeout) => setTimeout(timeout, 100))
    throw new Error('down')
  }
  const roster = await Roster.start({ nodes }, createLog('balancer', 'silent'), async (url) => world.alive.has(url))
  const usable = () => roster.state.usable
  return { roster, world, usable }
}

describe('the roster', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  it('offers no node that failed, until it answers a probe', async () => {
    const { roster, world, usable } = await start()
    world.alive.delete('http://a')
    roster.suspect(node('a'))
    for (let i = 0; i < 20; i += 1) expect(roster.choose()?.id).toBe('b')
    await vi.advanceTimersByTimeAsync(2_000)
    expect(usable()).toBe(1)
    world.alive.add('http://a')
    await vi.advanceTimersByTimeAsync(500)
    expect(usable()).toBe(2)
    roster[Symbol.dispose]()
  })

  it('forgets a suspect that nobody lists any more', async () => {
    const { roster, world } = await start()
    world.alive.clear()
    roster.suspect(node('a'))
    world.listed = [node('b')]
    await vi.advanceTimersByTimeAsync(1_000)
    expect(roster.state).toMatchObject({ nodes: 1, usable: 1, suspects: 0, registry: 'fresh' })
    roster[Symbol.dispose]()
  })

  it('goes on without the registry, and says so; after half a minute only with nodes that answer', async () => {
    const { roster, world, usable } = await start()
    world.listed = 'down'
    world.alive.delete('http://b')
    await vi.advanceTimersByTimeAsync(29_000)
    expect([usable(), roster.state.registry]).toEqual([2, 'stale'])
    for (let quarter = 0; quarter < 80; quarter += 1) {
      await vi.advanceTimersByTimeAsync(250)
      expect(usable()).toBeGreaterThanOrEqual(1) // those that answer are never out, not even for a moment
    }
    expect(roster.choose()?.id).toBe('a')
    expect(usable()).toBe(1)
    world.listed = [node('b'), node('c')]
    world.alive = new Set(['http://b', 'http://c'])
    await vi.advanceTimersByTimeAsync(1_500)
    expect(roster.state).toMatchObject({ nodes: 2, usable: 2, registry: 'fresh' })
    roster[Symbol.dispose]()
  })

  it('takes an empty registry for an emptied one for half a minute', async () => {
    const { roster, world, usable } = await start()
    world.listed = []
    await vi.advanceTimersByTimeAsync(29_000)
    expect(usable()).toBe(2)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(usable()).toBe(0)
    roster[Symbol.dispose]()
  })

  it('counts choices of the nodes there are, and only of those', async () => {
    const { roster, world } = await start()
    while ((roster.choices.get('a') ?? 0) < 1) roster.choose()
    world.listed = [node('b')]
    await vi.advanceTimersByTimeAsync(1_000)
    expect([...roster.choices.keys()]).not.toContain('a')
    roster[Symbol.dispose]()
  })

  it('gives a node that comes later its share little by little', async () => {
    const { roster, world } = await start()
    world.listed = [{ ...node('a'), connections: 5_000 }, node('new')]
    await vi.advanceTimersByTimeAsync(1_000)
    const newcomers = () => Array.from({ length: 500 }, () => roster.choose()?.id).filter((id) => id === 'new').length
    expect(newcomers()).toBeLessThan(150)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(newcomers()).toBe(500)
    roster[Symbol.dispose]()
  })
})
