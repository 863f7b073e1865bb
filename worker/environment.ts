import { z } from 'zod'
import { BrokersVariable, jsonVariable, PortVariable } from '#platform/environment.ts'
import { ResellerKeys } from '#platform/reseller-keys.ts'

export const WorkerEnvironment = z.object({
  DATABASE_URL: z.url({ error: 'must be the address of PostgreSQL, as the application role' }),
  KAFKA_BROKERS: BrokersVariable,
  RESELLER_SERVICE_URL: z.url({ error: 'must be the base address of the reseller service' }),
  RESELLER_SERVICE_KEYS: jsonVariable(ResellerKeys),
  OPS_PORT: PortVariable,
  HOST: z.string().default('0.0.0.0'),
})
