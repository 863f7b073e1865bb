import { Counter, type Registry } from 'prom-client'
import { TOPICS } from '#contracts/topics.ts'
import type { DeadLettered } from './dead-letters.ts'

/** Counts what was put aside, by the topic it came from. */
export function deadLetterMetrics(metrics: Registry): DeadLettered {
  const letters = new Counter({
    name: 'marquee_dead_letters_total',
    help: 'Records that could not be used and were put on <topic>.dead, by their topic',
    labelNames: ['topic'],
    registers: [metrics],
  })
  // From 0 on, or what comes first would be no increase.
  for (const { name } of Object.values(TOPICS)) letters.inc({ topic: name }, 0)
  return (topic) => letters.inc({ topic })
}
