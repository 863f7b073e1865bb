import type { ResellerConfig } from '#contracts/reseller-config.ts'

/**
 * What is wrong with one value of a configuration, as far as a person has to know to mend it. Schemas say more, in English
 * and for programs; `fault-words.ts` says this in the reader's language.
 */
export type ConfigFault =
  | { readonly of: 'missing' }
  /** `limit` in characters. */
  | { readonly of: 'tooLong'; readonly limit: number }
  | { readonly of: 'notAnAddress' }
  | { readonly of: 'notALink' }
  | { readonly of: 'other' }

/** As zod finds it. */
export type ConfigIssue = NonNullable<ReturnType<typeof ResellerConfig.safeParse>['error']>['issues'][number]

/** What an issue of the schema comes to. @param value what stands there */
export function faultOf(issue: ConfigIssue, value: unknown): ConfigFault {
  // An empty address is no wrong one: nobody has written it yet.
  if (value === undefined || value === '') return { of: 'missing' }
  switch (issue.code) {
    case 'too_small':
      return { of: 'missing' }
    case 'too_big':
      return issue.origin === 'string' ? { of: 'tooLong', limit: Number(issue.maximum) } : { of: 'other' }
    case 'invalid_format':
      if (issue.format === 'email') return { of: 'notAnAddress' }
      return { of: issue.path.at(-1) === 'href' ? 'notALink' : 'other' }
    default:
      return { of: 'other' }
  }
}

/**
 * The same of a sentence of the schema: servers name a faulty field with one, and the worker keeps one as its reason,
 * before anybody knows in which language it will be read. A test holds the sentences against those that zod writes.
 */
export function faultSaid(message: string): ConfigFault {
  if (/^Too small: |received undefined$/.test(message)) return { of: 'missing' }
  const limit = /^Too big: expected string to have <=(\d+) characters$/.exec(message)?.[1]
  if (limit !== undefined) return { of: 'tooLong', limit: Number(limit) }
  if (message === 'Invalid email address') return { of: 'notAnAddress' }
  return { of: message === 'must start with / or https://' ? 'notALink' : 'other' }
}
