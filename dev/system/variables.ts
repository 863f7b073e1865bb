import { join } from 'node:path'
import type { Services } from '../services/all.ts'
import { databases, databaseUrl } from '../services/postgres-roles.ts'
import { local, type Ports, shopPort } from './addresses.ts'
import type { Variables } from './program-variables.ts'
import { root } from './programs.ts'
import type { Secrets } from './secrets.ts'
import { sourceHash } from './source-hash.ts'

/** Every variable of the system except the ports that each program listens on; a program ignores what is not for it. */
export function systemVariables(services: Services, ports: Ports, secrets: Secrets): Variables {
  const postgres = services.postgres.address
  const demoKeys = JSON.stringify({ '*': 'demo-{reseller}' })
  return {
    NODE_ENV: 'production',
    // Written for those who come from its version 1, once per producer.
    KAFKAJS_NO_PARTITIONER_WARNING: '1',
    DATABASE_URL: databaseUrl(postgres, 'application', databases.marquee),
    DATABASE_OWNER_URL: databaseUrl(postgres, 'owner', databases.marquee),
    CORE_DATABASE_URL: databaseUrl(postgres, 'owner', databases.core),
    RESELLER_SERVICE_DATABASE_URL: databaseUrl(postgres, 'owner', databases.resellerService),
    SESSIONS_REDIS_URL: services.redis.address,
    REGISTRY_REDIS_URL: services.redis.address,
    KAFKA_BROKERS: services.kafka.address,
    ARTWORK_DIR: artworkFolder(),
    CORE_URL: local(ports.core),
    CORE_KEYS: demoKeys,
    RESELLER_SERVICE_URL: local(ports.resellerService),
    RESELLER_SERVICE_KEYS: demoKeys,
    SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
    MAIL_DOMAIN: 'mail.localhost',
    SITE_ADDRESS: `http://{host}:${shopPort(ports)}`,
    STOREFRONT_SECRET: secrets.storefrontSecret,
    ORDER_LINK_SECRET: secrets.orderLinkSecret,
    REALTIME_SIGNING_KEY: secrets.signingKey,
    REALTIME_VERIFICATION_KEYS: secrets.verificationKeys,
    // Everything is on loopback here, where a client without an edge may call itself what it likes.
    CLIENT_ADDRESS_HEADER: 'x-client-ip',
    // Here everybody comes from one address: browsers in tests, a bench's two thousand guests.
    CLIENT_GUESTS_OF_A_SHOW: '100000',
    CLIENT_WAITLIST_ADDRESSES: '100000',
    PUBLIC_ORIGIN: `http://{host}:${shopPort(ports)}`,
    // Behind an edge the streams are on the shops' own origin, and only the edge says who asks.
    ...(ports.edge ? { BALANCER_TRUSTED_PROXIES: '127.0.0.1' } : { REALTIME_PORT: `${ports.balancer}` }),
  }
}

/** Posters take seconds to draw and are the same for everybody, tests included, until the code that draws them changes. */
function artworkFolder(): string {
  const hash = sourceHash(root, ['dev/core/artwork/**/*.ts'])
  return join(root, '.data/artwork', hash.slice(0, 12))
}
