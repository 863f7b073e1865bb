import { beforeEach, describe, expect, test } from 'vitest'
import { Hearing } from '../bus/hearing.fixture.ts'
import { MemoryBus } from '../bus/memory-bus.ts'
import { MemoryHistory } from '../history/memory-history.ts'
import { MemoryEpoch } from '../memory-epoch.ts'
import { MemoryRegistry } from '../registry/memory-registry.ts'
import { type DispatcherDeps, dispatch, inItsPlace } from './dispatcher.ts'
import type { Outgoing } from './outgoing.ts'

let nowMs: number
let deps: DispatcherDeps & { registry: MemoryRegistry; history: MemoryHistory }
let bus: MemoryBus
beforeEach(() => {
  nowMs = 1_790_000_000_000
  const epoch = new MemoryEpoch(() => nowMs)
  epoch.current()
  nowMs += 60_000
  bus = new MemoryBus(4)
  deps = { history: new MemoryHistory(epoch), registry: new MemoryRegistry(epoch), writer: bus.writer() }
})

const sale = (n: number, show = '42'): Outgoing => ({
  eventId: `sale-${show}-${n}`,
  stream: `public.show.${show}`,
  interest: `public.show.${show}`,
  event: 'ticket.sold',
  data: JSON.stringify({ n }),
  version: n,
})

/** A node with viewers of some shows, as far as a dispatcher can tell. */
async function node(id: string, slot: number, ...shows: string[]): Promise<Hearing> {
  await deps.registry.enter({ id, url: `http://${id}`, slot }, 4)
  await deps.registry.add(
    id,
    shows.map((show) => `public.show.${show}`),
  )
  const hearing = new Hearing()
  await bus.reader().open({ node: id, slot }, hearing)
  return hearing
}

describe('dispatching', () => {
  test('reaches the nodes that hold viewers, in order, and no others', async () => {
    const a = await node('a', 0, '42')
    const b = await node('b', 1, '7')
    const done = await dispatch(deps, [sale(1), sale(2), sale(1, '7')])
    expect(done).toEqual({ messages: 3, records: 3, floods: 0 })
    expect((await a.deliveries(2)).map(({ data, nodes }) => [data, nodes])).toEqual([['{"n":1}', ['a']], ['{"n":2}', ['a']]]) // biome-ignore format: one line
    expect((await b.deliveries(1)).map(({ stream }) => stream)).toEqual(['public.show.7'])
  })

  test('costs a record per slot, however many nodes and viewers there are', async () => {
    for (const id of ['a', 'b', 'c', 'd', 'e']) await node(id, id === 'e' ? 2 : 0, '42')
    expect((await dispatch(deps, [sale(1)])).records).toBe(2)
  })

  test('keeps in history what nobody follows', async () => {
    expect(await dispatch(deps, [sale(1)])).toEqual({ messages: 1, records: 0, floods: 0 })
    expect((await deps.history.tails(['public.show.42']))[0]?.version).toBe(1)
  })

  test('of nothing asks nobody', async () => {
    expect(await dispatch({ ...deps, history: { ...deps.history } }, [])).toEqual({
      messages: 0,
      records: 0,
      floods: 0,
    })
  })

  test('done again, hands over the same records again: the first time may have died half-way', async () => {
    const a = await node('a', 0, '42')
    await expect(dispatch({ ...deps, writer: broken }, [sale(1), sale(2)])).rejects.toThrow('away')
    expect(a.heard).toEqual([])
    await dispatch(deps, [sale(1), sale(2)])
    await dispatch(deps, [sale(1), sale(2)])
    const heard = await a.deliveries(4)
    expect(heard.slice(2)).toEqual(heard.slice(0, 2))
    expect(heard[1]).toMatchObject({ previous: heard[0]?.id })
  })

  test('sends to every slot while the registry is new, and counts that', async () => {
    nowMs = 1_790_000_000_000
    const a = await node('a', 0)
    expect(await dispatch(deps, [sale(1)])).toEqual({ messages: 1, records: 4, floods: 1 })
    expect((await a.deliveries(1))[0]?.nodes).toBe('*')
  })
})

describe('a message in its place', () => {
  const cursor = { epoch: '0mubbs7i8deadbeef', ms: 1_790_000_000_001, seq: 0 }

  test('carries its id, its predecessor and its version', () => {
    const previous = { ...cursor, ms: 1_790_000_000_000 }
    expect(inItsPlace(sale(7), { cursor, previous })).toEqual({
      id: '0mubbs7i8deadbeef-1790000000001-0',
      previous: '0mubbs7i8deadbeef-1790000000000-0',
      stream: 'public.show.42',
      event: 'ticket.sold',
      data: '{"n":7}',
      version: 7,
    })
  })

  test('without predecessor or version has neither', () => {
    const { version: _, ...plain } = sale(1)
    const placed = inItsPlace(plain, { cursor, previous: null })
    expect(placed).not.toHaveProperty('previous')
    expect(placed).not.toHaveProperty('version')
  })
})

const broken: DispatcherDeps['writer'] = {
  send: async () => {
    throw new Error('Kafka is away')
  },
  async [Symbol.asyncDispose]() {},
}
