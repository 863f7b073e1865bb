import { z } from 'zod'
import { BrokersVariable, LogLevelVariable, PortVariable } from '#platform/environment.ts'

export const CoreEnvironment = z.object({
  PORT: PortVariable.default(4100),
  HOST: z.string().default('127.0.0.1'),
  LOG_LEVEL: LogLevelVariable,
  /** Where browsers reach it, for the bank's page. */
  CORE_ORIGIN: z.url().optional(),
  CORE_DATABASE_URL: z.url({ error: 'must be a PostgreSQL address' }),
  KAFKA_BROKERS: BrokersVariable,
  /** Tickets per second that an invented crowd buys, from the start. */
  CROWD: z.coerce.number().min(0).max(200).default(0),
  HOLD_SECONDS: z.coerce.number().min(0.1).optional(),
  PAYMENT_DELAY_MS: z.coerce.number().int().min(0).optional(),
  /** Where drawn posters are kept. */
  ARTWORK_DIR: z.string().default('.data/artwork'),
})
