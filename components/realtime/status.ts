import type { Timings } from './timings.ts'

/** `live`: what is followed arrives by itself. `polling`: it does not, and pages ask instead. */
export type RealtimeStatus = 'connecting' | 'live' | 'polling' | 'offline'

export interface Situation {
  readonly online: boolean
  /** Every stream this tab follows is registered at the tier. */
  readonly allReady: boolean
  /** Whether it ever was, since the tab began. */
  readonly everReady: boolean
  /** How long it has not been, 0 while it is. */
  readonly unreadyForMs: number
  readonly failures: number
}

type Limits = Pick<Timings, 'pollAfterFailures' | 'pollAfterMs' | 'liveGraceMs'>

export function statusOf(situation: Situation, limits: Limits): RealtimeStatus {
  if (situation.allReady) return 'live'
  if (!situation.online) return 'offline'
  if (situation.failures >= limits.pollAfterFailures || situation.unreadyForMs >= limits.pollAfterMs) return 'polling'
  const handover = situation.everReady && situation.failures === 0 && situation.unreadyForMs < limits.liveGraceMs
  return handover ? 'live' : 'connecting'
}
