import { describe, expect, test } from 'vitest'
import { bucketsOf, quantile, rateOf, readMetrics, together } from './reading.ts'

const text = (sent: number, [fast, slow]: [number, number] = [0, 0]) => `# HELP realtime_messages_sent_total Messages
process_cpu_user_seconds_total{role="node"} 3
realtime_messages_sent_total{role="node"} ${sent}
realtime_deliveries_total{outcome="sent",role="node"} 2
realtime_deliveries_total{outcome="other-node",role="node"} 5
realtime_delivery_seconds_bucket{le="0.01",role="node"} ${fast}
realtime_delivery_seconds_bucket{le="0.02",role="node"} ${fast + slow}
realtime_delivery_seconds_bucket{le="+Inf",role="node"} ${fast + slow}
realtime_odd NaN
nonsense
`

describe('a process’s metrics', () => {
  test('are summed over labels, buckets apart, and what is not ours is left', () => {
    expect(Object.fromEntries(readMetrics(text(7, [1, 2]), 0).values)).toEqual({
      realtime_messages_sent_total: 7,
      realtime_deliveries_total: 7,
      'realtime_delivery_seconds_bucket|0.01': 1,
      'realtime_delivery_seconds_bucket|0.02': 3,
      'realtime_delivery_seconds_bucket|+Inf': 3,
    })
  })

  test('tell a rate from two readings, and none when the process started anew', () => {
    const [one, two] = [readMetrics(text(10), 1_000), readMetrics(text(40), 3_000)]
    expect(rateOf('realtime_messages_sent_total', one, two)).toBe(15)
    expect(rateOf('realtime_messages_sent_total', two, { ...one, atMs: 5_000 })).toBeNull()
    expect(rateOf('realtime_messages_sent_total', undefined, two)).toBeNull()
    expect(rateOf('realtime_messages_sent_total', two, two)).toBeNull()
  })

  test('tell quantiles of what happened in between', () => {
    const [one, two] = [readMetrics(text(0, [100, 0]), 0), readMetrics(text(0, [110, 10]), 1_000)]
    const buckets = bucketsOf('realtime_delivery_seconds', one, two)
    expect(quantile(buckets, 0.5)).toBeCloseTo(0.01)
    expect(quantile(buckets, 0.75)).toBeCloseTo(0.015)
    expect(quantile(together([buckets, buckets]), 0.75)).toBeCloseTo(0.015)
    expect(quantile(bucketsOf('realtime_delivery_seconds', two, two), 0.5)).toBeNull()
    expect(quantile(bucketsOf('realtime_nothing', one, two), 0.5)).toBeNull()
  })

  test('say the last bound for what is beyond it', () => {
    const beyond = [
      { le: 5, count: 1 },
      { le: Number.POSITIVE_INFINITY, count: 10 },
    ]
    expect(quantile(beyond, 0.99)).toBe(5)
  })
})
