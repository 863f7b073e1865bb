import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { StreamsChanged } from '#contracts/connection.ts'
import { MemoryTier } from '../test/memory-tier.ts'
import { TestViewer } from '../test/viewer.ts'

const ana = { reseller: 'aurora', customerRef: 'customer-ana-000' }
const ben = { reseller: 'aurora', customerRef: 'customer-ben-000' }

let tier: MemoryTier
let node: string
beforeAll(async () => {
  tier = await MemoryTier.start()
  node = await tier.node()
})
afterAll(() => tier[Symbol.asyncDispose]())

const shows = (from: number, count: number) => Array.from({ length: count }, (_, i) => `public.show.${from + i}`)

function post(connection: string, body: unknown, cookie?: string): Promise<Response> {
  return fetch(`${node}/realtime/${connection}/streams`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(cookie ? { cookie } : {}) },
    body: typeof body === 'string' || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body),
  })
}

async function change(viewer: TestViewer, subscribe: string[], unsubscribe: string[] = []): Promise<string[]> {
  const response = await post(viewer.connection, { subscribe, unsubscribe })
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toBe('no-store')
  return Object.keys(StreamsChanged.strict().parse(await response.json()).streams)
}

describe('a connection', () => {
  test('follows what it subscribes to from the answer on, with the version of that moment', async () => {
    await tier.sell('1')
    await using viewer = await TestViewer.open(node, ['public.show.2'])
    const response = await post(viewer.connection, { subscribe: ['public.show.1'] })
    expect(await response.json()).toEqual({
      connection: viewer.connection,
      streams: { 'public.show.1': { version: 1 }, 'public.show.2': {} },
    })
    await tier.sell('1')
    expect((await viewer.until('ticket.sold')).data).toMatchObject({ showId: '1', from: 1, version: 2 })
  })

  test('hears no more of what it leaves', async () => {
    await using viewer = await TestViewer.open(node, ['public.show.3', 'public.show.4'])
    expect(await change(viewer, [], ['public.show.3'])).toEqual(['public.show.4'])
    await tier.sell('3')
    await tier.sell('4')
    await viewer.until('ticket.sold')
    expect(viewer.events('ticket.sold').map(({ data }) => data.showId)).toEqual(['4'])
  })

  test('may leave, come back and change its mind in one call', async () => {
    await using viewer = await TestViewer.open(node, ['public.show.5'])
    expect(await change(viewer, ['public.show.5'], ['public.show.5'])).toEqual(['public.show.5'])
    await change(viewer, [], ['public.show.5'])
    await change(viewer, ['public.show.5', 'public.show.5'])
    await tier.sell('5')
    await viewer.until('ticket.sold')
    await tier.sell('5')
    await viewer.until('ticket.sold', ({ data }) => data.version === 2)
    expect(viewer.events('ticket.sold')).toHaveLength(2)
  })

  test('may begin with nothing', async () => {
    await using viewer = await TestViewer.open(node, [])
    expect(viewer.events('ready')[0]?.data.streams).toEqual({})
    expect(await change(viewer, ['public.show.6'])).toEqual(['public.show.6'])
  })

  test('leaves what it does not follow without a word', async () => {
    await using viewer = await TestViewer.open(node, ['public.show.7'])
    expect(await change(viewer, [], ['public.show.8', 'public.promotional.luna'])).toEqual(['public.show.7'])
  })

  test('makes its changes one after the other, however many come at once', async () => {
    await using viewer = await TestViewer.open(node, ['public.show.9'])
    const calls = [
      post(viewer.connection, { subscribe: ['public.show.10'] }),
      post(viewer.connection, { unsubscribe: ['public.show.10'] }),
      post(viewer.connection, { subscribe: ['public.show.10'] }),
    ]
    for (const response of await Promise.all(calls)) expect(response.status).toBe(200)
    await tier.sell('10')
    await tier.sell('9')
    await viewer.until('ticket.sold', ({ data }) => data.showId === '9')
    expect(viewer.events('ticket.sold').filter(({ data }) => data.showId === '10').length).toBeLessThanOrEqual(1)
  })
})

describe('32 streams', () => {
  test('are allowed, one more is not, and then nothing is changed', async () => {
    await using viewer = await TestViewer.open(node, shows(100, 31))
    expect(await change(viewer, ['public.show.131'])).toHaveLength(32)
    const response = await post(viewer.connection, { subscribe: ['public.show.132'], unsubscribe: [] })
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ type: 'realtime/too-many-streams' })
    await tier.sell('132')
    await tier.sell('100')
    await viewer.until('ticket.sold')
    expect(viewer.events('ticket.sold').map(({ data }) => data.showId)).toEqual(['100'])
  })

  test('may be exchanged for 32 others at once', async () => {
    await using viewer = await TestViewer.open(node, shows(200, 32))
    expect(await change(viewer, shows(300, 32), shows(200, 32))).toEqual(shows(300, 32))
  })

  test('are the client’s: the session that the node follows by itself is not among them', async () => {
    const cookie = await tier.cookie(ana)
    await using viewer = await TestViewer.open(node, [...shows(400, 31), 'private.order'], { cookie })
    const response = await post(viewer.connection, { subscribe: [], unsubscribe: [] }, cookie)
    expect(response.status).toBe(200)
  })
})

describe('a change is refused', () => {
  test.each([
    ['an unknown name', { subscribe: ['public.everything'] }, 400],
    ['an unknown name to leave', { unsubscribe: ['*'] }, 400],
    ['a private stream without a cookie', { subscribe: ['private.order'] }, 401],
    ['somebody’s full private name', { subscribe: [`private.aurora.${ana.customerRef}.order`] }, 400],
    ['names that are none', { subscribe: [42] }, 400],
    ['a name where a list belongs', { subscribe: 'public.show.1' }, 400],
    ['33 names', { subscribe: shows(0, 33) }, 400],
    ['a name of 121 characters', { subscribe: ['a'.repeat(121)] }, 400],
    ['no object', '[]', 400],
    ['null', 'null', 400],
    ['no JSON', '{"subscribe":', 400],
    ['no UTF-8', new Uint8Array([0x22, 0xff, 0x22]), 400],
    ['nothing', '', 400],
    ['a body over 16 KB', JSON.stringify({ subscribe: [], x: 'a'.repeat(20_000) }), 400],
    ['a body of a megabyte', JSON.stringify({ subscribe: [], x: 'a'.repeat(1_000_000) }), 400],
    ['depth', `${'['.repeat(8_000)}${']'.repeat(8_000)}`, 400],
  ])('for %s', async (_what, body, status) => {
    await using viewer = await TestViewer.open(node, ['public.show.500'])
    const response = await post(viewer.connection, body)
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ type: expect.stringMatching(/^realtime\//), status })
    await tier.sell('500')
    await viewer.until('ticket.sold')
  })

  test.each(['nobody', 'n0000000000000000.AAAAAAAAAAAAAAAAAAAAAA', '%E0%A4%A', '%00', '__proto__', '..%2f..'])(
    'on a connection that is not there: %s',
    async (connection) => {
      const response = await post(connection, { subscribe: ['public.show.1'] })
      expect(response.status).toBe(404)
      expect(await response.json()).toMatchObject({ type: 'realtime/not-found' })
    },
  )

  test('on a connection that has closed', async () => {
    const viewer = await TestViewer.open(node, ['public.show.501'])
    const { connection } = viewer
    await viewer[Symbol.asyncDispose]()
    await expect.poll(async () => (await post(connection, { subscribe: ['public.show.1'] })).status).toBe(404)
  })

  test('on a connection of somebody else, and then nothing is changed', async () => {
    const cookie = await tier.cookie(ana)
    await using viewer = await TestViewer.open(node, ['private.order', 'public.show.502'], { cookie })
    for (const thief of [ben, { ...ana, reseller: 'luna' }]) {
      const change = { subscribe: ['private.order'], unsubscribe: ['public.show.502'] }
      const response = await post(viewer.connection, change, await tier.cookie(thief))
      expect(response.status).toBe(403)
    }
    await tier.order(ben.reseller, ben.customerRef, 'order-1')
    await tier.sell('502')
    await viewer.until('ticket.sold')
    expect(viewer.events('order.updated')).toEqual([])
  })
})

test('a connection without a person becomes somebody’s with their cookie, and stays theirs', async () => {
  await using viewer = await TestViewer.open(node, ['public.show.600'])
  const subscribe = { subscribe: ['private.order'] }
  expect((await post(viewer.connection, subscribe, await tier.cookie(ana))).status).toBe(200)
  expect((await post(viewer.connection, subscribe, await tier.cookie(ben))).status).toBe(403)
  await tier.order(ben.reseller, ben.customerRef, 'order-of-ben')
  await tier.order(ana.reseller, ana.customerRef, 'order-of-ana')
  expect((await viewer.until('order.updated')).data.orderId).toBe('order-of-ana')
})

describe('what is visible', () => {
  const visible = async (viewer: TestViewer, body: object) => (await post(viewer.connection, body)).status
  /** The node reports with its beat. */
  const counted = (showId: string, count: number) =>
    expect
      .poll(
        async () => (await tier.audience.takeDue(100)).tallies.find((tally) => tally.showId === showId)?.count ?? null,
        {
          timeout: 10_000,
        },
      )
      .toBe(count)

  test('is said when connecting and whenever it changes, and counts while the connection lives', async () => {
    await using viewer = await TestViewer.open(node, ['public.show.seen'], { visible: ['public.show.seen'] })
    await using other = await TestViewer.open(node, ['public.show.seen'])
    await counted('seen', 1)
    await tier.audience.told([{ showId: 'seen', count: 1, told: null }])
    expect(await visible(other, { visible: ['public.show.seen'] })).toBe(200)
    await counted('seen', 2)
    expect(await visible(other, { subscribe: ['public.show.else'] })).toBe(200)
    expect(await visible(viewer, { visible: [] })).toBe(200)
    await counted('seen', 1)
    await other[Symbol.asyncDispose]()
    await counted('seen', 0)
  })

  test('may be a show that is followed with the same request', async () => {
    await using viewer = await TestViewer.open(node, ['public.show.first'])
    expect(await visible(viewer, { subscribe: ['public.show.second'], visible: ['public.show.second'] })).toBe(200)
    await counted('second', 1)
  })

  test.each([
    ['what is no show', ['public.promotional.aurora']],
    ['somebody’s own', ['private.order']],
    ['what is no stream', ['show.42']],
    ['more than a connection follows', shows(1, 33)],
    ['what is no list', 'public.show.42'],
  ])('is refused when it is %s', async (_, names) => {
    await using viewer = await TestViewer.open(node, ['public.show.42'])
    expect(await visible(viewer, { visible: names })).toBe(400)
    if (!Array.isArray(names)) return
    const url = `${node}/realtime/sse?streams=public.show.42&visible=${names.join(',')}`
    const response = await fetch(url)
    expect(response.status).toBe(400)
    await response.body?.cancel()
  })
})
