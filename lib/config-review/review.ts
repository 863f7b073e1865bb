import type { ResellerConfig } from '#contracts/reseller-config.ts'
import { type Gap, gapsIn, type KnownShows } from './completeness.ts'
import { type ContrastFault, contrastFaults } from './contrast-report.ts'
import type { KnownTones } from './logo-contrast.ts'
import type { GonePictures } from './missing-pictures.ts'

/** What a person should know before this is published. */
export interface Review {
  /** Somebody could not read or find something: it must not be published. */
  readonly blocked: boolean
  readonly faults: readonly ContrastFault[]
  readonly gaps: readonly Gap[]
}

export function reviewOf(
  config: ResellerConfig,
  shows: KnownShows,
  tones: KnownTones,
  gone: GonePictures = new Set(),
): Review {
  const faults = contrastFaults(config.theme)
  return { blocked: faults.length > 0, faults, gaps: gapsIn(config, shows, tones, gone) }
}
