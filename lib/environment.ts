import { z } from 'zod'
import {
  BrokersVariable,
  jsonVariable,
  type Logged,
  LogLevelVariable,
  PortVariable,
  readEnvironment,
} from '#platform/environment.ts'
import { ResellerKeys } from '#platform/reseller-keys.ts'

/** A private Ed25519 key as JWK; `kid` tells verifiers which public key to take. */
const SigningKey = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().min(1),
  d: z.string().min(1),
  kid: z.string().min(1),
})

/**
 * Guests of one client address who may hold tickets of one show in ten minutes. Offices, and mobile carriers in a rush,
 * put dozens of buyers behind one address; forty of eight tickets each leave most of a hall to all others.
 */
const GUESTS_OF_A_SHOW = 40
/** Addresses that one client may leave on a reseller's waitlists in a quarter of an hour: each is asked by mail. */
const WAITLIST_ADDRESSES = 20

const limitVariable = (otherwise: number) =>
  z.coerce.number({ error: 'must be a number' }).int().min(1, 'must be a whole number from 1').default(otherwise)

const Environment = z
  .object({
    DATABASE_URL: z.url({ error: 'must be the address of PostgreSQL, as the application role' }),
    SESSIONS_REDIS_URL: z.url({ error: 'must be the address of the Redis that keeps sessions' }),
    CLIENT_ADDRESS_HEADER: z
      .string()
      .regex(/^[a-z][a-z0-9-]{1,60}$/, 'must be the lower-case name of the header in which the edge says who is asking')
      .optional(),
    CLIENT_GUESTS_OF_A_SHOW: limitVariable(GUESTS_OF_A_SHOW),
    CLIENT_WAITLIST_ADDRESSES: limitVariable(WAITLIST_ADDRESSES),
    KAFKA_BROKERS: BrokersVariable,
    CORE_URL: z.url({ error: 'must be the base address of core' }),
    CORE_KEYS: jsonVariable(ResellerKeys),
    STOREFRONT_SECRET: z.string({ error: 'must be set' }).min(32, 'must have at least 32 characters'),
    ORDER_LINK_SECRET: z.string({ error: 'must be set' }).min(32, 'must have at least 32 characters'),
    REALTIME_SIGNING_KEY: jsonVariable(SigningKey),
    REALTIME_PORT: PortVariable.optional(),
    PORT: PortVariable.optional(),
    PUBLIC_ORIGIN: z
      .string()
      .regex(/^https?:\/\/\{host\}(?::\d{1,5})?$/, 'must be an origin with {host} for the host')
      .default('https://{host}'),
    RESELLER_SERVICE_URL: z.url({ error: 'must be the base address of the reseller service' }).optional(),
    RESELLER_SERVICE_KEYS: jsonVariable(ResellerKeys).optional(),
    LOG_LEVEL: LogLevelVariable,
  })
  .refine((given) => (given.RESELLER_SERVICE_URL === undefined) === (given.RESELLER_SERVICE_KEYS === undefined), {
    path: ['RESELLER_SERVICE_KEYS'],
    error: 'must be set together with RESELLER_SERVICE_URL, or neither',
  })

export type SigningKey = z.infer<typeof SigningKey>

/** What a storefront process is told at start. */
export interface StorefrontEnvironment {
  readonly databaseUrl: string
  readonly sessionsRedisUrl: string
  /** The request header into which the edge writes the client's address, last; null where nobody does. */
  readonly clientAddressHeader: string | null
  /** What one client may do, where {@link clientAddressHeader} says which one it is. */
  readonly clientLimits: {
    /** Guests who hold tickets of one show, in ten minutes. */
    readonly guestsOfAShow: number
    /** Addresses left on waitlists of one reseller, in a quarter of an hour. */
    readonly waitlistAddresses: number
  }
  /** For what we publish to the realtime tier. */
  readonly kafkaBrokers: readonly string[]
  readonly coreUrl: string
  readonly coreKeys: ResellerKeys
  /** Master secret; each reseller's keys are derived from it, see `platform/reseller-secret.ts`. */
  readonly secret: string
  /** Seals links that open one order; the worker has the same, see `platform/order-link.ts`. */
  readonly orderLinkSecret: string
  readonly realtimeSigningKey: SigningKey
  /** Port of the balancer on the page's own hostname; null when an edge serves `/realtime` on the same origin. */
  readonly realtimePort: number | null
  /** Where this process listens, which Next writes into the environment; null where it is not told. */
  readonly ownPort: number | null
  /**
   * Where people reach a site, `{host}` standing for its host. Never taken from a request: what a Host header says
   * would be kept at an edge, for everybody.
   */
  readonly publicOrigin: string
  /** Null where nobody changes sites from here: `/admin` then only shows. */
  readonly resellerService: { readonly url: string; readonly keys: ResellerKeys } | null
}

/** @throws EnvironmentError naming every variable at fault. */
export function readStorefrontEnvironment(source?: NodeJS.ProcessEnv): StorefrontEnvironment & Logged {
  const given = readEnvironment(Environment, source)
  return {
    logLevel: given.LOG_LEVEL,
    databaseUrl: given.DATABASE_URL,
    sessionsRedisUrl: given.SESSIONS_REDIS_URL,
    clientAddressHeader: given.CLIENT_ADDRESS_HEADER ?? null,
    clientLimits: {
      guestsOfAShow: given.CLIENT_GUESTS_OF_A_SHOW,
      waitlistAddresses: given.CLIENT_WAITLIST_ADDRESSES,
    },
    kafkaBrokers: given.KAFKA_BROKERS,
    coreUrl: given.CORE_URL,
    coreKeys: given.CORE_KEYS,
    secret: given.STOREFRONT_SECRET,
    orderLinkSecret: given.ORDER_LINK_SECRET,
    realtimeSigningKey: given.REALTIME_SIGNING_KEY,
    realtimePort: given.REALTIME_PORT ?? null,
    ownPort: given.PORT ?? null,
    publicOrigin: given.PUBLIC_ORIGIN,
    resellerService: resellerServiceOf(given),
  }
}

function resellerServiceOf(given: z.infer<typeof Environment>): StorefrontEnvironment['resellerService'] {
  const { RESELLER_SERVICE_URL: url, RESELLER_SERVICE_KEYS: keys } = given
  return url === undefined || keys === undefined ? null : { url, keys }
}
