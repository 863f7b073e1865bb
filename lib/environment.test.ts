import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readStorefrontEnvironment } from './environment.ts'

const jwk = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
const least = {
  NODE_ENV: 'test' as const,
  DATABASE_URL: 'postgresql://app@localhost/marquee',
  SESSIONS_REDIS_URL: 'redis://localhost',
  KAFKA_BROKERS: 'localhost:9092',
  CORE_URL: 'http://localhost:4100',
  CORE_KEYS: '{"*":"demo-{reseller}"}',
  STOREFRONT_SECRET: 'a secret of at least 32 characters',
  ORDER_LINK_SECRET: 'a secret of at least 32 characters',
  REALTIME_SIGNING_KEY: JSON.stringify({ ...jwk, kid: 'one' }),
}

describe('what one client may do', () => {
  it('has limits without anybody saying so', () => {
    expect(readStorefrontEnvironment(least).clientLimits).toEqual({ guestsOfAShow: 40, waitlistAddresses: 20 })
  })

  it('is for the environment to say', () => {
    const limits = { CLIENT_GUESTS_OF_A_SHOW: '300', CLIENT_WAITLIST_ADDRESSES: '50' }
    expect(readStorefrontEnvironment({ ...least, ...limits }).clientLimits).toEqual({
      guestsOfAShow: 300,
      waitlistAddresses: 50,
    })
  })

  it.each(['0', '-1', '2.5', 'many'])('is no %s', (given) => {
    expect(() => readStorefrontEnvironment({ ...least, CLIENT_GUESTS_OF_A_SHOW: given })).toThrow(
      'CLIENT_GUESTS_OF_A_SHOW: must be a',
    )
  })
})
