import type { ConfigFault, ConfigRefusal } from '#contracts/config-refusal.ts'
import type { ResellerConfig } from '#contracts/reseller-config.ts'

/** What `ResellerConfig` finds. */
export type ConfigError = NonNullable<ReturnType<typeof ResellerConfig.safeParse>['error']>

/** A field that is refused, as it is noted and told. */
export type FieldFault = Extract<ConfigRefusal, { of: 'fields' }>['fields'][number]

/** What the schema found, field by field. @param config what it looked at */
export function fieldFaults({ issues }: ConfigError, config: unknown): FieldFault[] {
  return issues.map((issue) => ({
    path: issue.path.join('.'),
    fault: faultOf(issue, valueAt(config, issue.path)),
    said: issue.message,
  }))
}

/** What an issue of the schema comes to. @param value what stands there */
function faultOf(issue: ConfigError['issues'][number], value: unknown): ConfigFault {
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

const valueAt = (from: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((at, name) => (at as Record<PropertyKey, unknown> | null | undefined)?.[name], from)
