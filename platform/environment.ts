import { z } from 'zod'

/** The environment does not describe a program that can run. The message lists every fault, one a line. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError'
}

/** Variables as a process has them. */
export type Variables = Readonly<Record<string, string | undefined>>

/**
 * Reads a program's environment once, at start. Variables set to the empty string count as missing.
 * @throws EnvironmentError naming every variable at fault and what it must be.
 */
export function readEnvironment<T extends z.ZodType>(schema: T, source: Variables = process.env): z.infer<T> {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const result = schema.safeParse(given)
  if (result.success) return result.data
  const faults = result.error.issues.map((issue) => `  ${issue.path.join('.') || '(all)'}: ${issue.message}`)
  throw new EnvironmentError(`the environment is not complete:\n${[...new Set(faults)].join('\n')}`)
}

/** A TCP port, from text. 0 lets the kernel choose. */
export const PortVariable = z.coerce.number().int().min(0).max(65_535)

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

/** The least that a program's log says. */
export type LogLevel = (typeof LOG_LEVELS)[number]

export const LogLevelVariable = z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` }).default('info')

/** What every program is told, whatever else. */
export interface Logged {
  readonly logLevel: LogLevel
}

/** `host:port,host:port`. */
export const BrokersVariable = z
  .string({ error: 'must list Kafka brokers as host:port,host:port' })
  .transform((text) => text.split(',').map((broker) => broker.trim()))
  .refine((brokers) => brokers.every((broker) => /^[^\s:]+:\d{1,5}$/.test(broker)), {
    message: 'must list Kafka brokers as host:port,host:port',
  })

/** JSON text of a given shape. */
export function jsonVariable<T extends z.ZodType>(schema: T) {
  return z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown
      } catch {
        context.addIssue({ code: 'custom', message: 'must be JSON' })
        return z.NEVER
      }
    })
    .pipe(schema)
}
