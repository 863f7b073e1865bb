import { ConfigRefusal } from '#contracts/config-refusal.ts'
import { refusalSentence } from '#lib/config-review/refusal-sentence.ts'

/**
 * Why a version was refused, as it stands in the database. What was noted before there were causes, or by a worker that
 * knows more of them than we do, is its English sentence. So is what a worker without causes noted over another refusal
 * of that version: it renewed the sentence only, and the cause beside it is that of the one before.
 */
export function readCause(version: number, cause: unknown, reason: string): ConfigRefusal {
  const read = ConfigRefusal.safeParse(cause)
  const same = read.success && refusalSentence(version, read.data) === reason
  return same ? read.data : { of: 'other', said: reason }
}
