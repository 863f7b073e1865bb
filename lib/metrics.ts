import { Counter, Gauge, Histogram, type Registry } from 'prom-client'

/** Tells how a request to core went. */
export type CoreRequests = (method: string, result: 'answered' | 'failed', durationMs: number) => void

export function coreRequests(metrics: Registry): CoreRequests {
  const seconds = new Histogram({
    name: 'marquee_core_request_seconds',
    help: 'Requests to core by method and result',
    labelNames: ['method', 'result'],
    // Up to the budget of one request; above it we have given up.
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2],
    registers: [metrics],
  })
  return (method, result, durationMs) => seconds.observe({ method, result }, durationMs / 1000)
}

/** How long ago what we know about resellers was confirmed: the age of a site's configuration while PostgreSQL is away. */
export function sitesAge(metrics: Registry, ageMs: () => number): void {
  new Gauge({
    name: 'marquee_sites_confirmed_seconds_ago',
    help: 'Time since the live pointers of all resellers were last read',
    registers: [metrics],
    collect() {
      this.set(ageMs() / 1000)
    },
  })
}

/** Counts orders that core made at another total than their buyer had agreed to. There should be none. */
export function otherTotalCount(metrics: Registry): () => void {
  const counter = new Counter({
    name: 'marquee_orders_repriced_total',
    help: 'Orders that core made at another total than their buyer had agreed to',
    registers: [metrics],
  })
  return () => counter.inc()
}
