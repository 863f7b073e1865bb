import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, type TestContext, test } from 'vitest'
import { FakeNode } from '#realtime/balancer/fake-node.fixture.ts'
import { TestBalancer, until } from '#realtime/balancer/test-balancer.fixture.ts'
import { readiness } from '#realtime/test/node-metrics.ts'
import { HANDSHAKE } from '#realtime/test/raw-websocket.ts'
import { TestTier, type TierProcess } from '#realtime/test/tier.ts'
import { TestViewer } from '#realtime/test/viewer.ts'
import { type Behind, Edge, type EdgeKind, findEdge } from './edge.fixture.ts'

const TRUSTING = ['127.0.0.0/8']
const SSE = '/realtime/sse?streams=public.show.42'

/** More than all kernel buffers between a node and a viewer take, several times. */
const FLOOD_BYTES = 96 * 1_048_576
/** How long a viewer waits for an answer before it comes again. Longer than our balancer needs to try another node. */
const PATIENCE_MS = 6_000
const PIECE = Buffer.alloc(65_536, 'x')

const portOf = ({ url }: { url: string }): number => Number(new URL(url).port)

/** What every edge must do with streams, in front of real nodes and balancers. */
export function edgeSuite(kind: EdgeKind): void {
  let program: Awaited<ReturnType<typeof findEdge>>
  beforeAll(async () => {
    program = await findEdge(kind)
    if ('missing' in program) console.log(`${kind.name} is not tried: ${program.missing}`)
  }, 240_000)

  /** A test that says why it did not run where the program cannot be had. */
  const edgeTest = (name: string, run: (start: (behind: Behind) => Promise<Edge>) => Promise<void>) =>
    test(name, async ({ skip }: TestContext) => {
      if ('missing' in program) return skip(program.missing)
      const { path } = program
      await run((behind) => Edge.start(kind, path, behind))
    })

  describe(`${kind.name} before a tier`, () => {
    let tier: TestTier
    let nodes: TierProcess[]
    let balancers: TierProcess[]
    beforeAll(async () => {
      if ('missing' in program) return
      tier = await TestTier.start()
      nodes = await Promise.all([tier.node(), tier.node(), tier.node(), tier.dispatcher()]).then((all) =>
        all.slice(0, 3),
      )
      const trusting = { BALANCER_TRUSTED_PROXIES: TRUSTING.join() }
      balancers = await Promise.all([tier.balancer(trusting), tier.balancer(trusting)])
    }, 120_000)
    afterAll(() => tier?.[Symbol.asyncDispose]())
    const behind = (): Behind => ({ nodes: nodes.map(portOf), balancers: balancers.map(portOf) })

    edgeTest('a stream begins at once, and a sale comes when it is made, as it is', async (start) => {
      await using edge = await start(behind())
      using viewer = await edge.view('public.show.a', { headers: { 'Accept-Encoding': 'gzip, br' } })
      expect(viewer.headers['content-type']).toMatch(/^text\/event-stream/)
      expect(viewer.headers['content-encoding']).toBeUndefined()
      expect(viewer.headers['cache-control']).toBe('no-store, no-transform')
      for (const version of [1, 2, 3]) {
        await tier.announce(tier.ticketEvent('a'))
        await viewer.until(new RegExp(`event: ticket.sold\ndata: .*"version":${version}\\b`))
      }
    })

    edgeTest('who comes back is given what they missed', async (start) => {
      await using edge = await start(behind())
      using witness = await edge.view('public.show.b')
      await tier.announce(tier.ticketEvent('b'))
      await witness.until(/"version":1\b/)
      const lastId = [...witness.text.matchAll(/^id: ?(\S+)$/gm)].at(-1)?.[1] ?? ''
      await tier.announce(tier.ticketEvent('b'))
      await witness.until(/event: ticket.sold\ndata: .*"version":2\b/)
      using back = await edge.view('public.show.b', { headers: { 'Last-Event-ID': lastId } })
      expect(back.text).toMatch(/event: ticket.sold\ndata: .*"version":2\b/)
      expect(back.text).not.toContain('event: reset')
    })

    edgeTest('a change of streams reaches the node of the connection', async (start) => {
      await using edge = await start(behind())
      for (let n = 0; n < 6; n += 1) {
        using viewer = await edge.view('public.show.c')
        const change = { method: 'POST', body: JSON.stringify({ subscribe: [`public.show.d${n}`] }) }
        const answer = await edge.ask(`/realtime/${viewer.connection}/streams`, change)
        expect([answer.status, await answer.whole()]).toEqual([200, expect.stringContaining(`public.show.d${n}`)])
        await tier.announce(tier.ticketEvent(`d${n}`))
        await viewer.until(/event: ticket.sold/)
      }
    })

    edgeTest('asks for a node to connect to are answered', async (start) => {
      await using edge = await start(behind())
      const answer = await edge.ask('/realtime/where')
      expect(JSON.parse(await answer.whole())).toMatchObject({ node: expect.any(String) })
    })

    edgeTest('a killed balancer costs nobody anything but those who came through it', async (start) => {
      const [doomed] = await Promise.all([tier.balancer({ BALANCER_TRUSTED_PROXIES: TRUSTING.join() })])
      await using edge = await start({ ...behind(), balancers: [portOf(doomed), ...balancers.map(portOf)] })
      doomed.child.kill('SIGKILL')
      await once(doomed.child, 'exit')
      for (let n = 0; n < 9; n += 1) {
        using viewer = await edge.view('public.show.e')
        const change = { method: 'POST', body: '{"subscribe":["public.show.f"]}' }
        expect((await edge.ask(`/realtime/${viewer.connection}/streams`, change)).status).toBe(200)
      }
    })

    edgeTest('a node that drains is given nobody new', async (start) => {
      const leaving = await tier.node({ DRAIN_MS: '20000' })
      const { id } = await readiness(leaving.url)
      await using edge = await start({ ...behind(), nodes: [leaving, ...nodes].map(portOf) })
      await using held = new AsyncDisposableStack() // each goes at its own moment, and keeps the node until then
      for (let n = 0; n < 8; n += 1) held.use(await TestViewer.open(leaving.url, ['public.show.h']))
      const gone = once(leaving.child, 'exit')
      leaving.child.kill('SIGTERM')
      await until(async () => (await fetch(`${leaving.url}/readyz`)).status === 503)
      for (let n = 0; n < 12; n += 1) {
        using viewer = await edge.view('public.show.h')
        expect(viewer.node).not.toBe(id)
      }
      leaving.child.kill('SIGTERM') // the second signal is obeyed at once
      await gone
    })

    edgeTest('a node that freezes is left out soon', async (start) => {
      const frozen = await tier.node()
      const { id } = await readiness(frozen.url)
      await using edge = await start({ ...behind(), nodes: [frozen, ...nodes].map(portOf) })
      frozen.child.kill('SIGSTOP')
      const round = async () => {
        const asking = { signal: AbortSignal.timeout(PATIENCE_MS) }
        const views = Array.from({ length: 8 }, () => edge.view('public.show.i', asking))
        const settled = await Promise.allSettled(views)
        const viewers = settled.flatMap((one) => (one.status === 'fulfilled' ? one.value : []))
        for (const viewer of viewers) viewer[Symbol.dispose]()
        return viewers.map(({ node }) => node)
      }
      await until(async () => (await round()).length === 8)
      const next = await round()
      expect(next).toHaveLength(8)
      expect(next).not.toContain(id)
      frozen.child.kill('SIGKILL')
      await once(frozen.child, 'exit')
    })

    edgeTest('the viewers of a killed node find another at once', async (start) => {
      const doomed = nodes[0] as TierProcess // one that balancers have known for long: a new one would start slowly
      const { id } = await readiness(doomed.url)
      await using edge = await start(behind())
      const viewers = await Promise.all(Array.from({ length: 16 }, () => edge.view('public.show.g')))
      const lost = viewers.filter(({ node }) => node === id)
      expect(lost.length).toBeGreaterThan(0)
      doomed.child.kill('SIGKILL')
      await Promise.all(lost.map((viewer) => viewer.whole()))
      expect(viewers.filter(({ ended }) => ended)).toHaveLength(lost.length)
      for (const _viewer of lost) {
        using back = await edge.view('public.show.g')
        expect(back.node).not.toBe(id)
      }
      for (const viewer of viewers) viewer[Symbol.dispose]()
    })
  })

  describe(`${kind.name} and who is asking`, () => {
    edgeTest('nodes and balancers hear of the peer, not of what the request says it is', async (start) => {
      await using node = await FakeNode.start('n')
      await using balancer = await TestBalancer.start([node], { trustedProxies: TRUSTING })
      await using edge = await start({ nodes: [node.port], balancers: [balancer.port] })
      const spoofed = { 'X-Forwarded-For': '203.0.113.9', 'X-Real-IP': '203.0.113.9', Forwarded: 'for=203.0.113.9' }
      using viewer = await edge.ask(SSE, { from: '127.0.0.5', headers: spoofed })
      await viewer.until(/: n/)
      const [{ head } = { head: undefined }] = node.requests
      expect(head?.headers['x-forwarded-for']).toBe('127.0.0.5')
      expect(JSON.stringify(head?.rawHeaders)).not.toContain('203.0.113.9')
      expect(head?.headers.host).toBe('aurora.tickets.example')
      expect(head?.headers.connection).toBe('close')
    })

    edgeTest('an address has its share of streams, and is told when to come again', async (start) => {
      await using node = await FakeNode.start('n')
      await using balancer = await TestBalancer.start([node], { trustedProxies: TRUSTING, maxPerAddress: 2 })
      await using edge = await start({ nodes: [node.port], balancers: [balancer.port], perAddress: 2 })
      const from = async (address: string) => {
        const viewer = await edge.ask(SSE, { from: address })
        if (viewer.status === 200) await viewer.until(/: n/)
        return viewer
      }
      const held = [await from('127.0.0.5'), await from('127.0.0.5')]
      using refused = await from('127.0.0.5')
      expect(refused.status).toBe(429)
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
      expect(JSON.parse(await refused.whole()).type).toBe('realtime/too-often')
      using other = await from('127.0.0.6')
      expect(other.status).toBe(200)
      held[0]?.[Symbol.dispose]()
      await until(() => node.streams.length === 2)
      await until(async () => {
        using again = await from('127.0.0.5')
        return again.status === 200
      })
      for (const viewer of held) viewer[Symbol.dispose]()
    })

    edgeTest('an address that is over its share everywhere costs nobody else anything', async (start) => {
      await using node = await FakeNode.start('n')
      const limits = { trustedProxies: TRUSTING, maxPerAddress: 2 }
      await using one = await TestBalancer.start([node], limits)
      await using two = await TestBalancer.start([node], limits)
      await using edge = await start({ nodes: [node.port], balancers: [one.port, two.port], perAddress: 2 })
      const greedy = { from: '127.0.0.5' }
      using held = new DisposableStack()
      let last = held.use(await edge.ask(SSE, greedy))
      for (; last.status === 200; last = held.use(await edge.ask(SSE, greedy))) await last.until(/: n/)
      for (let n = 0; n < 6; n += 1) {
        using again = await edge.ask(SSE, greedy)
        using socket = await edge.ask('/realtime/ws?streams=public.show.42', { ...greedy, headers: HANDSHAKE })
        for (const refused of [again, socket]) {
          expect([refused.status, JSON.parse(await refused.whole()).type]).toEqual([429, 'realtime/too-often'])
        }
        using other = await edge.ask(SSE, { from: `127.0.1.${n}` })
        expect(other.status).toBe(200)
      }
    })

    edgeTest('a request that names its host twice is nobody’s', async (start) => {
      await using node = await FakeNode.start('n')
      await using balancer = await TestBalancer.start([node], { trustedProxies: TRUSTING })
      await using edge = await start({ nodes: [node.port], balancers: [balancer.port] })
      for (const line of ['http://aurora.tickets.example', 'HTTPS://aurora.tickets.example']) {
        for (const host of ['aurora.tickets.example', 'luna.tickets.example', '127.0.0.1']) {
          using asked = await edge.ask(`${line}${SSE}`, { host })
          expect([line, host, asked.status]).toEqual([line, host, 400])
        }
      }
      expect(node.requests).toEqual([])
    })

    edgeTest('nobody sees health or metrics from outside', async (start) => {
      await using node = await FakeNode.start('n')
      await using balancer = await TestBalancer.start([node], { trustedProxies: TRUSTING })
      await using edge = await start({ nodes: [node.port], balancers: [balancer.port] })
      for (const path of ['/healthz', '/readyz', '/metrics', '/%6detrics', '//metrics', '/realtime/../metrics']) {
        for (const host of ['127.0.0.1', 'localhost', '[::1]', 'aurora.tickets.example']) {
          expect([path, host, (await edge.ask(path, { host })).status]).toEqual([path, host, 404])
        }
      }
    })
  })

  describe(`${kind.name} and a viewer`, () => {
    edgeTest('who goes is gone at the node too', async (start) => {
      await using node = await FakeNode.start('n')
      await using balancer = await TestBalancer.start([node], { trustedProxies: TRUSTING })
      await using edge = await start({ nodes: [node.port], balancers: [balancer.port] })
      const viewer = await edge.ask(SSE)
      await viewer.until(/: n/)
      viewer[Symbol.dispose]()
      await until(() => node.streams.length === 0)
    })

    edgeTest('who does not read makes the node wait, and nobody else', async (start) => {
      await using node = await FakeNode.start('n')
      await using balancer = await TestBalancer.start([node], { trustedProxies: TRUSTING })
      await using edge = await start({ nodes: [node.port], balancers: [balancer.port] })
      using slow = await edge.ask(SSE)
      await slow.until(/: n/)
      slow.stall()
      using well = await edge.ask(SSE)
      await well.until(/: n/)
      const [toSlow, toWell] = node.streams
      for (let sent = 0; sent < FLOOD_BYTES; sent += PIECE.length)
        for (const stream of [toSlow, toWell]) stream?.write(PIECE)
      await until(() => well.received > FLOOD_BYTES)
      expect(toWell?.writableLength).toBe(0)
      expect(toSlow?.writableLength).toBeGreaterThan(FLOOD_BYTES / 2)
    })
  })
}

/** A shop that answers with the head it was asked with. */
export async function mirror(): Promise<AsyncDisposable & { port: number }> {
  const server = createServer(({ headers }, response) => response.end(JSON.stringify(headers)))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

export type MirroredHead = IncomingHttpHeaders
