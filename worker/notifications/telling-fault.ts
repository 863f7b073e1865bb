import { z } from 'zod'
import { isDatabaseAway, isRefusedData } from '#platform/database-away.ts'
import { sqlState } from '#platform/sql-state.ts'
import { CoreUnavailable, KeyRefused, NotCore, UnusableAnswer } from '../core/client.ts'

/** What an event needs is not there yet, for a cause of its reseller's that passes. */
export class NotYet extends Error {
  override readonly name = 'NotYet'
}

/**
 * What an error means for the event that could not be told of:
 *   away      PostgreSQL or core is: nobody could be told anyway, so everything stands still until it is back
 *   passing   what somebody mends, mostly for its reseller alone: the event waits, and all of its reseller behind it
 *   brief     what is mended already, as core is being rolled out: it waits likewise, and is tried often
 *   strange   nothing that we know: mostly a program that met what it was not written for; it waits too, but not for long
 *   lasting   the event's own fault, which would come back for ever
 */
export interface TellingFault {
  readonly kind: 'away' | 'passing' | 'brief' | 'strange' | 'lasting'
  readonly reason: string
}

export function tellingFault(error: unknown): TellingFault {
  if (error instanceof NotYet || error instanceof KeyRefused) return { kind: 'passing', reason: error.message }
  if (error instanceof NotCore) return { kind: 'brief', reason: error.message }
  if (error instanceof UnusableAnswer) return { kind: 'lasting', reason: error.message }
  if (error instanceof z.ZodError)
    return { kind: 'lasting', reason: `cannot be told of: ${error.issues[0]?.path.join('.')}` }
  const state = sqlState(error)
  if (state !== null && isRefusedData(state)) return { kind: 'lasting', reason: `PostgreSQL refused it (${state})` }
  return {
    kind: error instanceof CoreUnavailable || isDatabaseAway(error) ? 'away' : 'strange',
    reason: reasonOf(error),
  }
}

/** Prisma's messages show what was to be written, addresses included; those are nothing for a row or a dead letter. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.name.startsWith('PrismaClient') ? error.name : `${error.name}: ${error.message}`
}
