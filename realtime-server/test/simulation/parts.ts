import type { DeliveryListener } from '../../bus/bus.ts'
import { dispatch } from '../../dispatcher/dispatcher.ts'
import type { History } from '../../history/history.ts'
import type { NodeRegistry, RegistryView } from '../../registry/registry.ts'

/** The parts of a tier that a test may replace by one without a guard, to see what the guard is for. */
export interface Parts {
  readonly dispatch: typeof dispatch
  readonly nodeRegistry: (registry: NodeRegistry) => NodeRegistry
  readonly view: (registry: RegistryView) => RegistryView
  readonly history: (history: History) => History
  readonly listener: (listener: DeliveryListener) => DeliveryListener
  readonly catchesUp: boolean
  /** Dispatchers commit what still waits for its window. */
  readonly commitsEarly: boolean
}

export const WHOLE: Parts = {
  dispatch,
  nodeRegistry: (registry) => registry,
  view: (registry) => registry,
  history: (history) => history,
  listener: (listener) => listener,
  catchesUp: true,
  commitsEarly: false,
}
