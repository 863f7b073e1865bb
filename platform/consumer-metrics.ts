import { Gauge, type Registry } from 'prom-client'
import type { RunningConsumer } from './kafka-consumer.ts'

type Figures = Pick<RunningConsumer, 'idleMs' | 'busyMs' | 'lag'>

/** Several consumers as one: as idle and as busy as the worst of them, behind by what all are behind. */
export const worstOf = (consumers: readonly Figures[]): Figures => ({
  idleMs: () => Math.max(...consumers.map((one) => one.idleMs())),
  busyMs: () => Math.max(...consumers.map((one) => one.busyMs())),
  lag: () => consumers.reduce((sum, one) => sum + one.lag(), 0),
})

/** Shows how a consumer is, for alerts. @param consumer null until it has joined its group: it counts as idle for that long */
export function gaugeConsumer(registry: Registry, consumer: () => Figures | null): void {
  const registers = [registry]
  const began = performance.now()
  new Gauge({
    name: 'marquee_consumer_idle_seconds',
    help: 'Since the broker last answered a fetch, if only with nothing, or a piece of its answer was done',
    registers,
    collect() {
      this.set((consumer()?.idleMs() ?? performance.now() - began) / 1_000)
    },
  })
  new Gauge({
    name: 'marquee_consumer_busy_seconds',
    help: 'How long the oldest piece of a batch has been at hand; 0 between them',
    registers,
    collect() {
      this.set((consumer()?.busyMs() ?? 0) / 1_000)
    },
  })
  new Gauge({
    name: 'marquee_consumer_lag_records',
    help: 'Records that are still to be handled, as of the last piece of each partition',
    registers,
    collect() {
      this.set(consumer()?.lag() ?? 0)
    },
  })
}
