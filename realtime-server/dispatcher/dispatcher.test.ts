import { beforeEach, describe, expect, test } from 'vitest'
import { Hearing } from '../bus/hearing.fixture.ts'
import { MemoryBus } from '../bus/memory-bus.ts'
import { HISTORY_LIMITS } from '../history/history.ts'
import { MemoryHistory } from '../history/memory-history.ts'
import { MemoryEpoch } from '../memory-epoch.ts'
import { MemoryRegistry } from '../registry/memory-registry.ts'
import { change } from './change.fixture.ts'
import { asMessage, type DispatcherDeps, dispatch } from './dispatcher.ts'
import type { Outgoing } from './outgoing.ts'

let nowMs: number
let epoch: MemoryEpoch
let deps: DispatcherDeps & { registry: MemoryRegistry; history: MemoryHistory }
let bus: MemoryBus
beforeEach(() => {
  nowMs = 1_790_000_000_000
  epoch = new MemoryEpoch(() => nowMs)
  epoch.current()
  nowMs += 60_000
  bus = new MemoryBus(4)
  deps = { history: new MemoryHistory(epoch), registry: new MemoryRegistry(epoch), writer: bus.writer() }
})

/** Something that is never merged. */
const notice = (n: number, show = '42'): Outgoing => ({
  eventId: `notice-${show}-${n}`,
  stream: `public.show.${show}`,
  interest: `public.show.${show}`,
  event: 'promotional',
  data: JSON.stringify({ n }),
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
    const done = await dispatch(deps, [notice(1), notice(2), notice(1, '7')])
    expect(done).toEqual({ events: 3, messages: 3, records: 3, floods: 0 })
    expect((await a.deliveries(2)).map(({ data, nodes }) => [data, nodes])).toEqual([['{"n":1}', ['a']], ['{"n":2}', ['a']]]) // biome-ignore format: one line
    expect((await b.deliveries(1)).map(({ stream }) => stream)).toEqual(['public.show.7'])
  })

  test('costs a record per slot, however many nodes and viewers there are', async () => {
    for (const id of ['a', 'b', 'c', 'd', 'e']) await node(id, id === 'e' ? 2 : 0, '42')
    expect((await dispatch(deps, [notice(1)])).records).toBe(2)
  })

  test('keeps in history what nobody follows', async () => {
    expect(await dispatch(deps, [change(1)])).toEqual({ events: 1, messages: 1, records: 0, floods: 0 })
    expect((await deps.history.tails(['public.show.42']))[0]?.version).toBe(1)
  })

  test('of nothing asks nobody', async () => {
    expect(await dispatch({ ...deps, history: { ...deps.history } }, [])).toEqual({
      events: 0,
      messages: 0,
      records: 0,
      floods: 0,
    })
  })

  test('done again, hands over the same records again: the first time may have died half-way', async () => {
    const a = await node('a', 0, '42')
    await expect(dispatch({ ...deps, writer: broken }, [notice(1), notice(2)])).rejects.toThrow('away')
    expect(a.heard).toEqual([])
    await dispatch(deps, [notice(1), notice(2)])
    await dispatch(deps, [notice(1), notice(2)])
    const heard = await a.deliveries(4)
    expect(heard.slice(2)).toEqual(heard.slice(0, 2))
    expect(heard[1]).toMatchObject({ previous: heard[0]?.id })
  })

  test('sends to every slot while the registry is new, and counts that', async () => {
    nowMs = 1_790_000_000_000
    const a = await node('a', 0)
    expect(await dispatch(deps, [notice(1)])).toEqual({ events: 1, messages: 1, records: 4, floods: 1 })
    expect((await a.deliveries(1))[0]?.nodes).toBe('*')
  })
})

describe('changes of one show', () => {
  const steps = (heard: readonly { data: string }[]) => heard.map(({ data }) => [JSON.parse(data).from, JSON.parse(data).version]) // biome-ignore format: one line

  test('that are dispatched together are one message, in history and to the nodes', async () => {
    const a = await node('a', 0, '42')
    expect(await dispatch(deps, [change(1), change(2), change(3)])).toEqual({ events: 3, messages: 1, records: 1, floods: 0 }) // biome-ignore format: one line
    expect(steps(await a.deliveries(1))).toEqual([[0, 3]])
    expect(a.heard[0]).toMatchObject({ event: 'ticket.sold', version: 3 })
    expect((await deps.history.tails(['public.show.42']))[0]?.version).toBe(3)
  })

  test('done again and cut differently, are what they were, and what is new is a message of its own', async () => {
    const a = await node('a', 0, '42')
    await dispatch(deps, [change(1)])
    await expect(dispatch({ ...deps, writer: broken }, [change(2), change(3)])).rejects.toThrow('away')
    await dispatch(deps, [change(1), change(2)])
    await dispatch(deps, [change(3), change(4), change(5)])
    const heard = await a.deliveries(5)
    expect(steps(heard)).toEqual([[0, 1], [0, 1], [1, 3], [1, 3], [3, 5]]) // biome-ignore format: one look
    expect(heard[1]).toEqual(heard[0])
    expect(heard[3]).toEqual(heard[2])
    expect(heard[4]).toMatchObject({ previous: heard[3]?.id })
  })

  test('that another dispatcher appends meanwhile are told as that one told them', async () => {
    const a = await node('a', 0, '42')
    let others = 0
    const history = {
      ...deps.history,
      append: async (entries: Parameters<MemoryHistory['append']>[0]) => {
        others += 1
        if (others < 4) await dispatch(deps, [change(others)])
        return await deps.history.append(entries)
      },
    }
    await dispatch(
      { ...deps, history },
      [1, 2, 3, 4, 5].map((version) => change(version)),
    )
    const heard = await a.deliveries(7)
    expect(steps(heard)).toEqual([[0, 1], [1, 2], [2, 3], [0, 1], [1, 2], [2, 3], [3, 5]]) // biome-ignore format: one look
    expect(heard.slice(3, 6)).toEqual(heard.slice(0, 3))
  })

  test('published twice are told once', async () => {
    const a = await node('a', 0, '42')
    await dispatch(deps, [change(1), change(2), change(2), change(1), change(3)])
    expect(steps(await a.deliveries(2))).toEqual([[0, 2], [2, 3]]) // biome-ignore format: one look
  })

  test('that history has trimmed since are not told again: what came after them was', async () => {
    const short = new MemoryHistory(epoch, { ...HISTORY_LIMITS, length: 1 })
    const a = await node('a', 0, '42')
    await dispatch({ ...deps, history: short }, [change(1)])
    await dispatch({ ...deps, history: short }, [change(2)])
    expect(await dispatch({ ...deps, history: short }, [change(1)])).toMatchObject({ events: 1, messages: 0 })
    expect(steps(await a.deliveries(2))).toEqual([[0, 1], [1, 2]]) // biome-ignore format: one look
  })
})

describe('a message', () => {
  const cursor = { epoch: '0mubbs7i8deadbeef', ms: 1_790_000_000_001, seq: 0 }
  const entry = { cursor, previous: null, event: 'ticket.sold', data: '{"n":7}' }

  test('carries its id, its predecessor and its version', () => {
    const previous = { ...cursor, ms: 1_790_000_000_000 }
    expect(asMessage('public.show.42', { ...entry, previous, version: 7 })).toEqual({
      id: '0mubbs7i8deadbeef-1790000000001-0',
      previous: '0mubbs7i8deadbeef-1790000000000-0',
      stream: 'public.show.42',
      event: 'ticket.sold',
      data: '{"n":7}',
      version: 7,
    })
  })

  test('without predecessor or version has neither', () => {
    const message = asMessage('public.show.42', entry)
    expect(message).not.toHaveProperty('previous')
    expect(message).not.toHaveProperty('version')
  })
})

const broken: DispatcherDeps['writer'] = {
  send: async () => {
    throw new Error('Kafka is away')
  },
  async [Symbol.asyncDispose]() {},
}
