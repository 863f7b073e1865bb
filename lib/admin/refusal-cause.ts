import { ConfigRefusal } from '#contracts/config-refusal.ts'

/**
 * Why a version was refused, as it stands in the database. What was noted before there were causes, or by a worker that
 * knows more of them than we do, is its English sentence.
 */
export function readCause(cause: unknown, reason: string): ConfigRefusal {
  const read = ConfigRefusal.safeParse(cause)
  return read.success ? read.data : { of: 'other', said: reason }
}
