import { Registry } from 'prom-client'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Delivery, DirectDelivery, StreamDelivery } from '#contracts/delivery.ts'
import { createNodeMetrics, type NodeMetrics } from './node-metrics.ts'
import { slotListener } from './slot-listener.ts'

const id = '0mubbs7i8deadbeef-1790000000000-0'
const onStream: StreamDelivery = { id, stream: 'public.show.42', event: 'ticket.sold', data: '{}', nodes: '*' }
const toOne: DirectDelivery = {
  ...{ id: 'm1', to: 'n1.AAAAAAAAAAAAAAAAAAAAAA', stream: 'connection', event: 'notice', data: '{}', nodes: '*' },
}

let viewers: number | 'not-here'
let given: string[]
let metrics: NodeMetrics
let listener: ReturnType<typeof slotListener>
beforeEach(() => {
  viewers = 2
  given = []
  metrics = createNodeMetrics(new Registry())
  const note = <T>(to: string, answer: () => T) => ({
    deliver(delivery: Delivery): T {
      given.push(`${to} ${delivery.id}`)
      return answer()
    },
  })
  const [hub, direct] = [note('hub', () => Number(viewers)), note('direct', () => viewers)]
  const present = { epoch: '0mubbs7i8deadbeef', ms: 1_790_000_000_020, seq: 0 }
  listener = slotListener(hub, direct, () => ({ id: 'n1', now: () => present, missed: async () => {} }), metrics)
})

async function counted(): Promise<Record<string, number>> {
  const { values } = await metrics.deliveries.get()
  return Object.fromEntries(values.map(({ labels, value }) => [labels.outcome, value]))
}

describe('a record of the slot', () => {
  test.each<[string, Delivery, number | 'not-here', string[], string]>([
    ['of a stream', onStream, 2, [`hub ${id}`], 'sent'],
    ['of a stream that nobody follows', onStream, 0, [`hub ${id}`], 'nobody-or-copy'],
    ['of a stream, for another node', { ...onStream, nodes: ['n2'] }, 2, [], 'other-node'],
    ['for a connection here', { ...toOne, nodes: ['n1'] }, 1, ['direct m1'], 'sent'],
    ['for a connection that came with an older id of ours', { ...toOne, nodes: ['n0'] }, 1, ['direct m1'], 'sent'],
    ['that is a copy', toOne, 0, ['direct m1'], 'nobody-or-copy'],
    [
      'for a connection of ours that has gone',
      { ...toOne, nodes: ['n1'] },
      'not-here',
      ['direct m1'],
      'connection-not-here',
    ],
    ['for a connection that any node may have', toOne, 'not-here', ['direct m1'], 'connection-not-here'],
    ['for a connection of another node', { ...toOne, nodes: ['n2'] }, 'not-here', ['direct m1'], 'other-node'],
    ['for all connections', { ...toOne, to: '*', stream: 'broadcast' }, 3, ['direct m1'], 'sent'],
  ])('%s is counted as what became of it', async (_what, delivery, went, to, outcome) => {
    // biome-ignore format: a table
    viewers = went
    listener.delivery(delivery)
    expect(given).toEqual(to)
    expect(await counted()).toEqual({ [outcome]: 1 })
    expect((await metrics.messages.get()).values[0]?.value).toBe(outcome === 'sent' ? went : 0)
  })
})
