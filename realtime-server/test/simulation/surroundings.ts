import type { Logger } from 'pino'
import type { MemoryBus } from '../../bus/memory-bus.ts'
import type { Dispatched } from '../../dispatcher/dispatcher.ts'
import type { History } from '../../history/history.ts'
import type { NodeMetrics } from '../../node/node-metrics.ts'
import type { MemoryRegistry } from '../../registry/memory-registry.ts'
import type { Chance } from './chance.ts'
import type { Parts } from './parts.ts'
import type { Stage } from './stage.ts'
import type { SimulatedViewer } from './viewer.ts'

/** What nodes and dispatchers of a simulated tier find around them. */
export interface Surroundings {
  readonly chance: Chance
  readonly stage: Stage
  readonly parts: Parts
  readonly registry: MemoryRegistry
  readonly history: History
  readonly bus: MemoryBus
  readonly log: Logger
  readonly metrics: NodeMetrics
  readonly viewers: readonly SimulatedViewer[]
  /** Of calls between processes, the share that fails now. */
  readonly faultRate: number
  /** Something was dispatched. */
  count(dispatched: Dispatched): void
}
