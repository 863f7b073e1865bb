import { Counter, Gauge, Histogram, type Registry } from 'prom-client'

/** What a node counts. Names follow Prometheus's conventions: base units, `_total` for counters. */
export function createNodeMetrics(registry: Registry) {
  const registers = [registry]
  return {
    connections: new Gauge({ name: 'realtime_connections', help: 'Open connections', registers }),
    opened: new Counter({ name: 'realtime_connections_opened_total', help: 'Connections opened', registers }),
    closed: new Counter({
      name: 'realtime_connections_closed_total',
      help: 'Connections closed, by reason',
      labelNames: ['reason'],
      registers,
    }),
    refused: new Counter({
      name: 'realtime_requests_refused_total',
      help: 'Requests refused, by problem type',
      labelNames: ['type'],
      registers,
    }),
    dropped: new Counter({
      name: 'realtime_connections_dropped_total',
      help: 'Connections closed unanswered: as many sockets are in use as viewers and others may have (full)',
      labelNames: ['why'],
      registers,
    }),
    deliveries: new Counter({
      name: 'realtime_deliveries_total',
      help: 'Records read from the slot: sent on, for other nodes, without a viewer here or a copy, for a connection that is not here (any more)',
      labelNames: ['outcome'],
      registers,
    }),
    messages: new Counter({ name: 'realtime_messages_sent_total', help: 'Messages written to viewers', registers }),
    deliverySeconds: new Histogram({
      name: 'realtime_delivery_seconds',
      help: 'From the append to history until the last viewer of this node was written to',
      buckets: [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5],
      registers,
    }),
    gaps: new Counter({ name: 'realtime_gaps_total', help: 'Times the bus may have lost deliveries', registers }),
  }
}

/** What a node is, as of the moment it is asked. */
export function gaugeNode(
  registry: Registry,
  now: { limit(): number; streams(): number; registrySilentMs(): number; busSilentMs(): number },
): void {
  const gauges = [
    ['realtime_connections_limit', 'Connections this node takes', now.limit],
    ['realtime_streams', 'Interests registered for this node', now.streams],
    ['realtime_registry_silent_seconds', 'Since the registry answered', () => now.registrySilentMs() / 1_000],
    ['realtime_bus_silent_seconds', 'Since the last proof that the bus is heard', () => now.busSilentMs() / 1_000],
  ] as const
  for (const [name, help, value] of gauges) {
    new Gauge({
      ...{ name, help, registers: [registry] },
      collect() {
        this.set(value())
      },
    })
  }
}

export type NodeMetrics = ReturnType<typeof createNodeMetrics>
