import { z } from 'zod'
import { Host } from '#contracts/reseller-config.ts'
import { BrokersVariable, jsonVariable, LogLevelVariable, PortVariable } from '#platform/environment.ts'
import { ResellerKeys } from '#platform/reseller-keys.ts'

export const WorkerEnvironment = z.object({
  DATABASE_URL: z.url({ error: 'must be the address of PostgreSQL, as the application role' }),
  KAFKA_BROKERS: BrokersVariable,
  RESELLER_SERVICE_URL: z.url({ error: 'must be the base address of the reseller service' }),
  RESELLER_SERVICE_KEYS: jsonVariable(ResellerKeys),
  CORE_URL: z.url({ error: 'must be the base address of core' }),
  CORE_KEYS: jsonVariable(ResellerKeys),
  /** With user and password in it. */
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be the address of a mail server: smtp:// or smtps://' }),
  /** Senders are `<reseller>@` this. */
  MAIL_DOMAIN: Host,
  /** How links in mails are addressed: `https://{host}`, with `{host}` where a reseller's primary host goes. */
  SITE_ADDRESS: z.string().regex(/^https?:\/\/\{host\}(?::\d{1,5})?$/, 'must look like https://{host}'),
  /** Seals links in mails, to open one order or to end mails; the storefronts have the same. */
  ORDER_LINK_SECRET: z.string({ error: 'must be set' }).min(32, 'must have at least 32 characters'),
  OPS_PORT: PortVariable,
  LOG_LEVEL: LogLevelVariable,
  HOST: z.string().default('0.0.0.0'),
})
