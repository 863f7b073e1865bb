import { beforeEach, describe, expect, test, vi } from 'vitest'
import { PublishedMessage } from '#contracts/delivery.ts'
import { Hearing } from '../bus/hearing.fixture.ts'
import { MemoryBus } from '../bus/memory-bus.ts'
import { MemoryEpoch } from '../memory-epoch.ts'
import { MemoryRegistry } from '../registry/memory-registry.ts'
import { type DirectMessage, directOf, dispatchDirect } from './direct.ts'

const CONNECTION = 'n1.AAAAAAAAAAAAAAAAAAAAAA'
const at = '2027-05-01T19:00:00.000Z'
const notice = { noticeId: 'x', text: 'Back at nine' }
const published = (target: string, data: object = notice): PublishedMessage =>
  ({ id: 'event-1', at, type: 'notice', target, data }) as PublishedMessage

describe('what is published past all streams', () => {
  test('to one connection is told to that one', () => {
    const { data, ...message } = directOf(published(`connection.${CONNECTION}`)) ?? expect.unreachable()
    expect(message).toEqual({ id: 'event-1', to: CONNECTION, stream: 'connection', event: 'notice' })
    expect(JSON.parse(data)).toEqual({ stream: 'connection', at, ...notice })
  })

  test('to everybody is told to every connection', () => {
    expect(directOf(published('broadcast'))).toMatchObject({ id: 'event-1', to: '*', stream: 'broadcast' })
  })

  test('cannot pretend a stream, another time, another event, or an id to resume from', () => {
    const id = '0mubbs7i8deadbeef-1790000000000-0'
    const forged = { ...notice, stream: 'private.order', at: '1999-01-01T00:00:00Z', event: 'order.updated', id }
    const data = JSON.parse(directOf(published('broadcast', forged))?.data ?? '')
    expect(data).toEqual({ stream: 'broadcast', at, ...notice })
  })

  test.each(['public.show.42', 'private.aurora.customer-ana-000.inbox', 'connection.n1', 'nowhere'])(
    'is not what goes to %s',
    (target) => {
      expect(directOf(published(target))).toBeNull()
    },
  )

  test('is not an event of core', () => {
    const order = { type: 'order.updated', resellerId: 'aurora', customerRef: 'customer-ana-000' } as const
    expect(directOf({ ...order, id: 'e', at, orderId: 'o1', showId: '42', status: 'confirmed' })).toBeNull()
  })
})

let nowMs: number
let registry: MemoryRegistry
let bus: MemoryBus
beforeEach(() => {
  nowMs = 1_790_000_000_000
  const epoch = new MemoryEpoch(() => nowMs)
  epoch.current()
  nowMs += 60_000
  bus = new MemoryBus(4)
  registry = new MemoryRegistry(epoch)
})

const message = (id: string, to = CONNECTION): DirectMessage => ({
  ...{ id, to, stream: to === '*' ? 'broadcast' : 'connection', event: 'notice', data: '{}' },
})
const send = (...messages: DirectMessage[]) => dispatchDirect({ registry, writer: bus.writer() }, messages)

async function node(id: string, slot: number): Promise<Hearing> {
  await registry.enter({ id, url: `http://${id}`, slot }, 4)
  const hearing = new Hearing()
  await bus.reader().open({ node: id, slot }, hearing)
  return hearing
}

describe('dispatching past all streams', () => {
  test('sends what is for one connection to the node in its id, in order, and to no other', async () => {
    const [owner, other] = [await node('n1', 2), await node('n2', 3)]
    expect(await send(message('m1'), message('m2'))).toEqual({ messages: 2, records: 2, searches: 0 })
    expect((await owner.deliveries(2)).map(({ id, nodes }) => [id, nodes])).toEqual([['m1', ['n1']], ['m2', ['n1']]]) // biome-ignore format: one line
    expect(other.heard).toEqual([])
  })

  test('lets every node look when that one is not live under this id', async () => {
    const hearings = [await node('n2', 0), await node('n3', 3)]
    expect(await send(message('m1'))).toEqual({ messages: 1, records: 4, searches: 1 })
    for (const hearing of hearings) expect((await hearing.deliveries(1))[0]).toMatchObject({ to: CONNECTION, nodes: '*' }) // biome-ignore format: one line
  })

  test('lets every node look once the owner’s lease has ended', async () => {
    await node('n1', 2)
    nowMs += 60_000
    expect(await send(message('m1'))).toMatchObject({ records: 4, searches: 1 })
  })

  test('sends what is for everybody to every slot once, and asks nobody', async () => {
    const hearings = [await node('n1', 0), await node('n2', 3)]
    const silent = { nodes: () => Promise.reject(new Error('away')) }
    const done = await dispatchDirect({ registry: silent, writer: bus.writer() }, [message('m1', '*')])
    expect(done).toEqual({ messages: 1, records: 4, searches: 0 })
    for (const hearing of hearings) expect((await hearing.deliveries(1))[0]).toMatchObject({ to: '*', nodes: '*' })
  })

  test('asks once for all of a batch', async () => {
    const nodes = vi.spyOn(registry, 'nodes')
    await send(message('a'), message('b'), message('c', '*'))
    expect(nodes).toHaveBeenCalledOnce()
  })

  test('fails when the registry does, so that it is done again', async () => {
    const away = { nodes: () => Promise.reject(new Error('away')) }
    await expect(dispatchDirect({ registry: away, writer: bus.writer() }, [message('m1')])).rejects.toThrow('away')
  })

  test('of nothing asks nobody', async () => {
    expect(await send()).toEqual({ messages: 0, records: 0, searches: 0 })
  })
})

test('what the dispatcher takes is what the contract allows', () => {
  expect(PublishedMessage.safeParse(published('broadcast')).error).toBeUndefined()
})
