import type { ConfigRefusal } from '#contracts/config-refusal.ts'
import type { Translator } from '#lib/text/translator.ts'
import { fieldWords } from './fault-words.ts'

/** Why a version could not be taken, sentence by sentence, in the reader's language; on the server and in the browser alike. */
export function refusalWords(t: Translator<'review'>, cause: ConfigRefusal): string[] {
  switch (cause.of) {
    case 'fields':
      return [...new Set(cause.fields.map((field) => fieldWords(t, field)))]
    case 'hostTaken':
    case 'machineHost':
      return [t(`refusal_${cause.of}`, { host: cause.host })]
    case 'other':
      return [t('wrong_said', { reason: cause.said })]
    default:
      return [t(`refusal_${cause.of}`)]
  }
}
