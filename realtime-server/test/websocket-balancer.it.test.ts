import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Where } from '#contracts/connection.ts'
import { MemoryTier } from './memory-tier.ts'
import { clientFrame, OPCODE, RawWebSocket } from './raw-websocket.ts'
import { TestViewer } from './viewer.ts'
import { WsViewer } from './ws-viewer.ts'

const ana = { reseller: 'aurora', customerRef: 'customer-ana-000' }

let tier: MemoryTier
let nodes: string[]
let balancer: string
beforeAll(async () => {
  tier = await MemoryTier.start()
  nodes = [await tier.node(), await tier.node()]
  balancer = await tier.balancer()
})
afterAll(() => tier[Symbol.asyncDispose]())

const nodeOf = ({ connection }: { connection: string }) => connection.split('.')[0]

describe('viewers on WebSockets behind a balancer', () => {
  test('hear what viewers over SSE hear, with the same ids, whichever node they are on', async () => {
    await using viewers = new AsyncDisposableStack()
    const all: (WsViewer | TestViewer)[] = []
    for (let n = 0; n < 6; n += 1) all.push(viewers.use(await WsViewer.open(balancer, ['public.show.1'])))
    for (let n = 0; n < 6; n += 1) all.push(viewers.use(await TestViewer.open(balancer, ['public.show.1'])))
    expect(new Set(all.map(nodeOf)).size).toBe(2)
    await tier.sell('1')
    const heard = await Promise.all(all.map((viewer) => viewer.until('ticket.sold')))
    for (const one of heard) expect(one).toEqual(heard[0])
  })

  test('subscribe, leave, hear their own, and come back elsewhere with their cursor', async () => {
    const cookie = await tier.cookie(ana)
    const viewer = await WsViewer.open(balancer, [], { cookie })
    await viewer.ask({ event: 'subscribe', streams: ['public.show.2', 'private.order'] }, 'streams')
    await tier.sell('2')
    const { id } = await viewer.until('ticket.sold')
    await tier.order('aurora', ana.customerRef, 'order-1')
    await viewer.until('order.updated')
    await viewer[Symbol.asyncDispose]()
    await tier.sell('2')
    await using back = await TestViewer.open(balancer, ['public.show.2'], { lastEventId: id as string })
    expect(back.events('ticket.sold').map(({ data }) => data.version)).toContain(2)
    await using again = await WsViewer.open(balancer, ['public.show.2'], { lastEventId: back.lastId as string })
    expect(again.events('reset')).toEqual([])
  })

  test('get longer rights through the balancer, by the call that carries the cookie', async () => {
    await using viewer = await WsViewer.open(balancer)
    const response = await fetch(`${balancer}/realtime/${viewer.connection}/streams`, {
      method: 'POST',
      headers: { cookie: await tier.cookie(ana) },
      body: JSON.stringify({ subscribe: ['private.order'] }),
    })
    expect(response.status).toBe(200)
    await tier.order('aurora', ana.customerRef, 'order-2')
    await viewer.until('order.updated')
  })

  test('are told through it why they are closed', async () => {
    await using viewer = await RawWebSocket.open(balancer)
    viewer.socket.write(clientFrame(0x80 | OPCODE.text, 'x'.repeat(70_000)))
    await viewer.closed()
    expect(viewer.closeCode).toBe(1009)
    await using leaving = await WsViewer.open(balancer)
    leaving.socket.close(3_001)
    expect(await leaving.ended).toBe(3_001)
  })

  test.each(['null', 'http://luna.localhost'])('are refused with an Origin of elsewhere: %s', async (origin) => {
    await using asked = await RawWebSocket.ask(balancer, '/realtime/ws', { Host: 'aurora.localhost', Origin: origin })
    const { status, problem } = await asked.refused()
    expect([status, problem.type]).toEqual([403, 'realtime/forbidden'])
  })

  test('are told what their node refuses', async () => {
    await using asked = await RawWebSocket.ask(balancer, '/realtime/ws?streams=private.order')
    const { status, problem } = await asked.refused()
    expect([status, problem.type]).toEqual([401, 'realtime/unauthorized'])
  })

  test('find their node themselves when they ask where', async () => {
    const { url } = Where.parse(await (await fetch(`${balancer}/realtime/where`)).json())
    await using viewer = await WsViewer.open(url, ['public.show.3'])
    await tier.sell('3')
    await viewer.until('ticket.sold')
  })

  test('leave a node that stops at once, and are taken by another', async () => {
    await using viewers = new AsyncDisposableStack()
    const all: WsViewer[] = []
    for (let n = 0; n < 8; n += 1) all.push(viewers.use(await WsViewer.open(balancer, ['public.show.4'])))
    const { node } = all[0]?.events('ready')[0]?.data ?? {}
    const [stopping] = await Promise.all(
      nodes.map(async (url) => ((await (await fetch(`${url}/readyz`)).json()).id === node ? url : null)),
    ).then((urls) => urls.filter((url) => url !== null))
    const leaving = all.filter((viewer) => nodeOf(viewer) === node)
    await tier.stop(stopping as string)
    expect(new Set(await Promise.all(leaving.map((viewer) => viewer.ended)))).toEqual(new Set([1001]))
    await using back = await WsViewer.open(balancer, ['public.show.4'], { lastEventId: leaving[0]?.lastId ?? '' })
    expect(nodeOf(back)).not.toBe(node)
    expect(back.events('reset')).toEqual([])
  })
})
