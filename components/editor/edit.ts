import type { ResellerConfig } from '#contracts/reseller-config.ts'
import type { Faults } from './config-faults.ts'

/** Changes the configuration that is being edited; a new value each time, never in place. */
export type Edit = (change: (config: ResellerConfig) => ResellerConfig) => void

/** What every part of the editor works on. */
export interface Editing {
  readonly config: ResellerConfig
  readonly edit: Edit
  readonly faults: Faults
}
