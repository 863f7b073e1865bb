import type { Problem } from '#contracts/problem.ts'
import { type ConfigError, fieldFaults } from '#lib/config-review/config-fault.ts'
import { fieldFaultWords } from '#lib/config-review/fault-words.ts'
import type { Translator } from '#lib/text/translator.ts'

type Fields = NonNullable<Problem['fields']>

/** Where a draft's configuration stands in what is sent. */
const AT = 'config.'

/** What the schema found with a draft, in the language of the reseller's pages. @param config what it looked at */
export function fieldsAtFault(t: Translator<'review'>, error: ConfigError, config: unknown): Fields {
  return fieldFaults(error, config).map(({ path, ...field }) => ({
    path: `${AT}${path}`,
    message: fieldFaultWords(t, field),
  }))
}

/** What the reseller service found with one that we had found nothing with, as it said it. */
export function fieldsAsSaid(t: Translator<'review'>, problem: Problem): Problem {
  const { fields } = problem
  if (!fields) return problem
  return {
    ...problem,
    fields: fields.map(({ path, message }) => ({ path, message: t('wrong_said', { reason: message }) })),
  }
}
