import { describe, expect, test } from 'vitest'
import { TestTier } from './tier.ts'
import { TestViewer } from './viewer.ts'

/** Over and over, a few milliseconds apart, so that they come over several windows; the last one is a sale. */
const KINDS = ['ticket.held', 'ticket.held', 'ticket.sold', 'ticket.released', 'ticket.held', 'ticket.sold'] as const
const STEPS = 40 * KINDS.length

describe('a sale', () => {
  test('reaches every viewer of the show on every node, and nobody else', async () => {
    await using tier = await TestTier.start()
    const [one, two] = await Promise.all([tier.node(), tier.node(), tier.dispatcher()])
    await using a = await TestViewer.open(one.url, ['public.show.42'])
    await using b = await TestViewer.open(one.url, ['public.show.42'])
    await using c = await TestViewer.open(two.url, ['public.show.42', 'public.show.7'])
    await using other = await TestViewer.open(two.url, ['public.show.7'])

    const event = tier.ticketEvent('42')
    await tier.announce(event)
    const sold = await Promise.all([a, b, c].map((viewer) => viewer.until('ticket.sold')))
    for (const { data } of sold) {
      expect(data).toMatchObject({ stream: 'public.show.42', showId: '42', from: 0, version: 1, sales: 1 })
      expect(data).not.toHaveProperty('resellerId')
    }
    expect(new Set(sold.map(({ id }) => id)).size).toBe(1)

    await tier.announce(tier.ticketEvent('7'))
    await other.until('ticket.sold')
    expect(other.events('ticket.sold')).toHaveLength(1)
  })

  test('leaves amid holds and releases without losing a step or passing one', async () => {
    await using tier = await TestTier.start()
    const [node] = await Promise.all([tier.node(), tier.dispatcher()])
    await using viewer = await TestViewer.open(node.url, ['public.show.42'])
    const saleIds: string[] = []
    for (let step = 0; step < STEPS; step += 1) {
      const event = tier.ticketEvent('42', { type: KINDS[step % KINDS.length] })
      if (event.type === 'ticket.sold') saleIds.push(...event.saleIds)
      await tier.announce(event)
    }
    await viewer.until('ticket.sold', ({ data }) => data.version === STEPS)
    const changes = viewer.seen.filter(({ event }) => event.startsWith('ticket.')).map(({ data }) => data)
    expect(changes.map(({ from }) => from)).toEqual([0, ...changes.slice(0, -1).map(({ version }) => version)])
    expect(changes.at(-1).version).toBe(STEPS)
    expect(viewer.events('ticket.sold').flatMap(({ data }) => data.saleIds)).toEqual(saleIds)
    expect(viewer.events('reset')).toEqual([])
  })

  test('that was missed is replayed after the last id seen, on another node', async () => {
    await using tier = await TestTier.start()
    const [one, two] = await Promise.all([tier.node(), tier.node(), tier.dispatcher()])
    const first = await TestViewer.open(one.url, ['public.show.42'])
    await tier.announce(tier.ticketEvent('42'))
    await first.until('ticket.sold')
    const lastEventId = first.lastId
    await first[Symbol.asyncDispose]()

    await using witness = await TestViewer.open(one.url, ['public.show.42'])
    await tier.announce(tier.ticketEvent('42'))
    await witness.until('ticket.sold')

    await using back = await TestViewer.open(two.url, ['public.show.42'], { lastEventId })
    expect(back.events('ticket.sold').map(({ data }) => data.version)).toEqual([1, 2])
    expect(back.events('ready')[0]?.data.streams).toEqual({ 'public.show.42': { version: 2 } })
    expect(back.events('reset')).toEqual([])
  })
})
