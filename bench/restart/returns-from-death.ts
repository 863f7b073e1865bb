import { quantile } from '../quantiles.ts'
import type { Absence } from './returns.ts'

/** What one death did to viewers, counted from the death and not from when each noticed. */
export interface AfterDeath {
  readonly lostTheirLine: number
  /** Without an end where so many never came back; NaN where nobody lost their line. */
  readonly back95Ms: number
  readonly backAllMs: number
  readonly neverBack: number
}

/** @param untilMs the next death, or the end: who lost their line later is not its victim */
export function afterDeath(absences: readonly Absence[], diedAtMs: number, untilMs: number): AfterDeath {
  const backMs = absences
    .filter(([gone]) => gone >= diedAtMs && gone < untilMs)
    .map(([, back]) => (back === null ? Number.POSITIVE_INFINITY : back - diedAtMs))
  return {
    lostTheirLine: backMs.length,
    back95Ms: quantile(backMs, 0.95),
    backAllMs: quantile(backMs, 1),
    neverBack: backMs.filter((ms) => ms === Number.POSITIVE_INFINITY).length,
  }
}
