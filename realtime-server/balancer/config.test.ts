import { describe, expect, it } from 'vitest'
import { readBalancerConfig } from './config.ts'

const given = { NODE_ENV: 'test' as const, REGISTRY_REDIS_URL: 'redis://127.0.0.1:6379' }

describe('the balancer’s environment', () => {
  it('needs nothing but the registry', () => {
    expect(readBalancerConfig(given)).toMatchObject({
      port: 4_000,
      maxConnections: 9_500,
      connectsPerAddress: 200,
      trustedProxies: [],
    })
  })

  it('takes addresses and networks of trusted proxies', () => {
    const env = { ...given, BALANCER_TRUSTED_PROXIES: '10.0.0.1, 172.16.0.0/12,fd00::/64' }
    expect(readBalancerConfig(env).trustedProxies).toEqual(['10.0.0.1', '172.16.0.0/12', 'fd00::/64'])
  })

  it('lets an address use its whole share of connections at once', () => {
    const { connectsPerAddress, maxPerAddress } = readBalancerConfig(given)
    expect(connectsPerAddress * 10).toBe(maxPerAddress)
  })

  it.each(['proxy.example', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/8/8', '*'])('refuses to trust %j', (entry) => {
    expect(() => readBalancerConfig({ ...given, BALANCER_TRUSTED_PROXIES: entry })).toThrow(/BALANCER_TRUSTED_PROXIES/)
  })
})
