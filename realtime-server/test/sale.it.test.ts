import { describe, expect, test } from 'vitest'
import { TestTier } from './tier.ts'
import { TestViewer } from './viewer.ts'

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
