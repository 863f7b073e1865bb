import { z } from 'zod'
import { sqlState } from '#platform/sql-state.ts'
import { CoreAway, KeyRefused, WrongAnswer } from '../core/client.ts'

/** What an event needs is not there yet, for a cause of its reseller's that passes. */
export class NotYet extends Error {
  override readonly name = 'NotYet'
}

/**
 * What an error means for the event that could not be told of:
 *   away      PostgreSQL or core is: nobody could be told anyway, so everything stands still until it is back
 *   passing   its reseller's cause, which somebody mends: the event waits, and all of its reseller behind it
 *   strange   nothing that we know: mostly a program that met what it was not written for; it waits too, but not for long
 *   lasting   the event's own fault, which would come back for ever
 */
export interface TellingFault {
  readonly kind: 'away' | 'passing' | 'strange' | 'lasting'
  readonly reason: string
}

export function tellingFault(error: unknown): TellingFault {
  if (error instanceof NotYet || error instanceof KeyRefused) return { kind: 'passing', reason: error.message }
  if (error instanceof WrongAnswer) return { kind: 'lasting', reason: error.message }
  if (error instanceof z.ZodError)
    return { kind: 'lasting', reason: `cannot be told of: ${error.issues[0]?.path.join('.')}` }
  const state = sqlState(error)
  // Classes 22, data, and 23, integrity.
  if (state !== null && /^2[23]/.test(state)) return { kind: 'lasting', reason: `PostgreSQL refused it (${state})` }
  return {
    kind: error instanceof CoreAway || isDatabaseAway(error, state) ? 'away' : 'strange',
    reason: reasonOf(error),
  }
}

/** Prisma's messages show what was to be written, addresses included; those are nothing for a row or a dead letter. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.name.startsWith('PrismaClient') ? error.name : `${error.name}: ${error.message}`
}

/** Without a SQLSTATE: no connection, none in time, no transaction in time, a deadlock, too many connections, no table yet. */
const AWAY_CODES = /^P1\d{3}$|^P20(?:10|21|22|24|28|34|37|39)$/

/**
 * Whether PostgreSQL is, or is not what we need. What pg says of lost connections and of time that ran out is a plain
 * `Error` with nothing but words, which Prisma hands on as it is; so a plain one is always taken for that, and what our
 * own programs throw has a name.
 */
function isDatabaseAway(error: unknown, state: string | null): boolean {
  if (state !== null) return true
  if (!(error instanceof Error)) return false
  const { name, code } = error as { name: string; code?: unknown }
  if (name === 'PrismaClientKnownRequestError') return AWAY_CODES.test(String(code))
  return OUTAGES.has(name)
}

const OUTAGES: ReadonlySet<string> = new Set([
  // A host with several addresses, none of which answers, is an error of errors.
  ...['Error', 'AggregateError', 'TimeoutError', 'AbortError'],
  ...['DriverAdapterError', 'PrismaClientInitializationError', 'PrismaClientUnknownRequestError'],
])
