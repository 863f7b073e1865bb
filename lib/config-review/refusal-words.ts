import type { Translator } from '#lib/text/translator.ts'
import { refusedFieldWords } from './fault-words.ts'
import { type RefusalReason, refusalReason } from './refusal-reason.ts'

/** Why a version could not be taken, sentence by sentence, in the reader's language; on the server and in the browser alike. */
export function refusalWords(t: Translator<'review'>, reason: string): string[] {
  const read = refusalReason(reason)
  if (read.of === 'fields') return [...new Set(read.fields.map((field) => refusedFieldWords(t, field)))]
  return [sentence(t, read, reason)]
}

function sentence(t: Translator<'review'>, read: Exclude<RefusalReason, { of: 'fields' }>, reason: string): string {
  switch (read.of) {
    case 'hostTaken':
    case 'machineHost':
      return t(`refusal_${read.of}`, { host: read.host })
    case 'other':
      return t('wrong_said', { reason })
    default:
      return t(`refusal_${read.of}`)
  }
}
