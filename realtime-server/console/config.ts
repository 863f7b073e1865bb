import { z } from 'zod'
import { type Logged, LogLevelVariable, PortVariable, readEnvironment, type Variables } from '#platform/environment.ts'

/** Programs that the registry does not know, each by the address of its ops answers. */
const UrlsVariable = z
  .string()
  .default('')
  .transform((text) => text.split(',').flatMap((entry) => entry.trim().replace(/\/+$/, '') || []))
  .refine((urls) => urls.length <= 100 && urls.every((url) => /^https?:$/.test(URL.parse(url)?.protocol ?? '')), {
    message: 'must list at most a hundred http:// URLs, separated by commas',
  })

const ConsoleEnvironment = z.object({
  LOG_LEVEL: LogLevelVariable,
  PORT: PortVariable.default(4_600),
  HOST: z.string().default('127.0.0.1'),
  REGISTRY_REDIS_URL: z.url('must be a redis:// URL'),
  /** Sixteen characters at random cannot be guessed at the few tries a minute that are allowed. */
  CONSOLE_TOKEN: z.string().min(16, 'must have at least 16 characters').max(200),
  CONSOLE_BALANCERS: UrlsVariable,
  CONSOLE_DISPATCHERS: UrlsVariable,
})

export interface ConsoleConfig {
  readonly port: number
  readonly host: string
  readonly redisUrl: string
  readonly token: string
  /** Where balancers and dispatchers answer `/readyz` and `/metrics`; nodes are found in the registry. */
  readonly balancers: readonly string[]
  readonly dispatchers: readonly string[]
}

/** @throws EnvironmentError listing every fault */
export function readConsoleConfig(source?: Variables): ConsoleConfig & Logged {
  const env = readEnvironment(ConsoleEnvironment, source)
  return {
    logLevel: env.LOG_LEVEL,
    port: env.PORT,
    host: env.HOST,
    redisUrl: env.REGISTRY_REDIS_URL,
    token: env.CONSOLE_TOKEN,
    balancers: env.CONSOLE_BALANCERS,
    dispatchers: env.CONSOLE_DISPATCHERS,
  }
}
