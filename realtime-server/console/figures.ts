import { bucketsOf, quantile, type Reading, rateOf, together } from './reading.ts'
import type { Snapshot, Watched } from './watch.ts'

/** What the console shows of the whole tier; null where it is not known (yet). */
export interface Totals {
  readonly connections: number
  readonly limit: number | null
  readonly messagesPerSecond: number | null
  readonly deliveriesPerSecond: number | null
  readonly p50Seconds: number | null
  readonly p99Seconds: number | null
  /** The same second by second over the last half minute, the newest last. */
  readonly messagesCourse: readonly number[]
}

const DELIVERY = 'realtime_delivery_seconds'
/** Rates are over this many readings, so some five seconds: shorter ones jump, longer ones lag. */
const RATE_READINGS = 5

const now = ({ readings }: Watched): Reading | undefined => readings.at(-1)

/** A gauge, as it was last said. */
export const gauge = (watched: Watched, name: string): number | null => now(watched)?.values.get(name) ?? null

/** A counter's growth per second over the last few seconds. */
export function rate(watched: Watched, name: string): number | null {
  const { readings } = watched
  return rateOf(name, readings[Math.max(0, readings.length - 1 - RATE_READINGS)], now(watched))
}

/** A quantile of the delivery latency over all readings kept, in seconds. */
export const latency = (watched: Watched, share: number): number | null =>
  quantile(bucketsOf(DELIVERY, watched.readings[0], now(watched)), share)

export function totalsOf({ nodes }: Snapshot): Totals {
  const histogram = together(nodes.map((node) => bucketsOf(DELIVERY, node.readings[0], now(node))))
  return {
    connections: nodes.reduce((sum, { info }) => sum + info.connections, 0),
    limit: sum(nodes.map((node) => gauge(node, 'realtime_connections_limit'))),
    messagesPerSecond: sum(nodes.map((node) => rate(node, 'realtime_messages_sent_total'))),
    deliveriesPerSecond: sum(nodes.map((node) => rate(node, 'realtime_deliveries_total'))),
    p50Seconds: quantile(histogram, 0.5),
    p99Seconds: quantile(histogram, 0.99),
    messagesCourse: course(nodes.map(({ readings }) => readings)),
  }
}

/** Of all nodes together; where one has fewer readings, it came later. */
function course(all: readonly (readonly Reading[])[]): number[] {
  const longest = Math.max(0, ...all.map((readings) => readings.length))
  return Array.from({ length: Math.max(0, longest - 1) }, (_, i) => {
    const back = longest - 1 - i
    const rates = all.map((readings) =>
      rateOf('realtime_messages_sent_total', readings.at(-1 - back), readings.at(-back)),
    )
    return sum(rates) ?? 0
  })
}

/** Of what is known; null when nothing is. */
function sum(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((total, value) => total + value, 0)
}
