import { expect, test } from 'vitest'
import { gauge, latency, rate, totalsOf } from './figures.ts'
import type { Reading } from './reading.ts'
import type { Snapshot } from './watch.ts'

const SENT = 'realtime_messages_sent_total'
const reading = (second: number, values: Record<string, number>): Reading => ({
  atMs: 1_000 * second,
  values: new Map(Object.entries(values)),
})

const node = (id: string, connections: number, readings: readonly Reading[]): Snapshot['nodes'][number] => ({
  info: { id, url: `http://${id}`, slot: 0, state: 'ready', connections },
  ...{ url: `http://${id}`, seen: null, readings },
})

const snapshot = (...nodes: Snapshot['nodes']): Snapshot => ({
  ...{ at: '2026-11-26T12:00:00Z', registryAnswers: true, nodes, balancers: [], dispatchers: [], comings: [] },
})

test('a process without readings has no figures, and that is not zero', () => {
  const silent = node('a', 3, [])
  expect([gauge(silent, SENT), rate(silent, SENT), latency(silent, 0.5)]).toEqual([null, null, null])
  expect(totalsOf(snapshot(silent))).toEqual({
    ...{ connections: 3, limit: null, messagesPerSecond: null, deliveriesPerSecond: null },
    ...{ p50Seconds: null, p99Seconds: null, messagesCourse: [] },
  })
})

test('rates are those of the last seconds, not of the whole half minute', () => {
  const readings = Array.from({ length: 30 }, (_, i) => reading(i, { [SENT]: i < 24 ? 0 : 10 * (i - 24) }))
  expect(rate(node('a', 0, readings), SENT)).toBe(10)
})

test('the tier’s figures are its nodes’ together, second by second, also where one came later', () => {
  const old = node(
    'a',
    2,
    [0, 1, 2, 3].map((i) => reading(i, { [SENT]: 10 * i, realtime_connections_limit: 50 })),
  )
  const young = node(
    'b',
    1,
    [2, 3].map((i) => reading(i, { [SENT]: 5 * i, realtime_connections_limit: 50 })),
  )
  expect(totalsOf(snapshot(old, young))).toMatchObject({
    ...{ connections: 3, limit: 100, messagesPerSecond: 15, messagesCourse: [10, 10, 15] },
  })
})
