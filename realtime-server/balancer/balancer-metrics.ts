import { Counter, Gauge, Histogram, type Registry } from 'prom-client'

/** What a balancer counts. */
export function createBalancerMetrics(
  registry: Registry,
  now: { connections(): number; bufferedBytes(): number; choices(): ReadonlyMap<string, number> },
) {
  const registers = [registry]
  new Gauge({
    name: 'realtime_proxied_connections',
    help: 'Viewers joined to a node',
    registers,
    collect() {
      this.set(now.connections())
    },
  })
  new Gauge({
    name: 'realtime_proxied_buffered_bytes',
    help: 'Bytes taken from nodes that slow viewers have not taken yet',
    registers,
    collect() {
      this.set(now.bufferedBytes())
    },
  })
  new Counter({
    name: 'realtime_balancer_choices_total',
    help: 'Viewers sent to each of the nodes there are',
    labelNames: ['node'],
    registers,
    collect() {
      this.reset()
      for (const [node, count] of now.choices()) this.inc({ node }, count)
    },
  })
  return {
    failures: new Counter({
      name: 'realtime_balancer_failures_total',
      help: 'Attempts at a node that came to nothing: refused, timeout, closed, declined',
      labelNames: ['reason'],
      registers,
    }),
    refused: new Counter({
      name: 'realtime_requests_refused_total',
      help: 'Requests refused, by problem type',
      labelNames: ['type'],
      registers,
    }),
    limited: new Counter({
      name: 'realtime_addresses_limited_total',
      help: 'Requests refused because their address is over its connections (share) or its requests a second (rate)',
      labelNames: ['over'],
      registers,
    }),
    firstByteSeconds: new Histogram({
      name: 'realtime_first_byte_seconds',
      help: 'From the end of a request to the first byte of the answer of a node',
      buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1, 2, 5],
      registers,
    }),
    dropped: new Counter({
      name: 'realtime_connections_dropped_total',
      help: 'Connections closed unanswered: all descriptors in use (full), or the address has its share (address)',
      labelNames: ['why'],
      registers,
    }),
  }
}

export type BalancerMetrics = ReturnType<typeof createBalancerMetrics>
