import { Gauge, type Registry } from 'prom-client'

/** Shows for how long an event has waited at most. */
export function parkedMetrics(metrics: Registry): (seconds: number) => void {
  const age = new Gauge({
    name: 'marquee_parked_event_age_seconds',
    help: 'How long the oldest event has waited for a cause of its reseller’s to pass; 0 when none waits',
    registers: [metrics],
  })
  return (seconds) => age.set(seconds)
}
