import { Counter, type Registry } from 'prom-client'
import type { Decision } from './decide.ts'

/** Counts what became of configuration events. */
export function configMetrics(metrics: Registry): (decision: Decision) => void {
  const events = new Counter({
    name: 'marquee_config_events_total',
    help: 'Configuration events by what they did: published, stored a version, refused in part or whole, or nothing new',
    labelNames: ['result'],
    registers: [metrics],
  })
  return (decision) => events.inc({ result: resultOf(decision) })
}

function resultOf({ publish, refusals, store }: Decision): string {
  if (refusals.length > 0) return 'refused'
  if (publish) return 'published'
  return store.length > 0 ? 'stored' : 'unchanged'
}
