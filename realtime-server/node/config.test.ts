import { expect, test } from 'vitest'
import { EnvironmentError } from '#platform/environment.ts'
import { readDispatcherConfig } from '../dispatcher/config.ts'
import { readNodeConfig } from './config.ts'

const shared = { REGISTRY_REDIS_URL: 'redis://127.0.0.1:6379', KAFKA_BROKERS: '127.0.0.1:9092' }
const node = { ...shared, REALTIME_VERIFICATION_KEYS: '{"keys":[{"kty":"OKP"}]}' }

test('a node needs Redis, Kafka and keys; everything else has a default', () => {
  expect(readNodeConfig(node)).toMatchObject({ port: 0, host: '127.0.0.1', maxConnections: 19_900, drainMs: 10_000 })
  for (const name of Object.keys(node)) {
    expect(() => readNodeConfig({ ...node, [name]: undefined })).toThrow(new RegExp(name))
  }
})

test.each([
  ['MAX_CONNECTIONS', '0'],
  ['DRAIN_MS', '-1'],
  ['DRAIN_MS', '60000'],
  ['NODE_URL', 'here'],
  ['REALTIME_VERIFICATION_KEYS', '{"keys":[]}'],
  ['REALTIME_VERIFICATION_KEYS', '[]'],
])('a node does not start with %s=%s', (name, value) => {
  expect(() => readNodeConfig({ ...node, [name]: value })).toThrow(EnvironmentError)
})

test('a dispatcher needs Redis and Kafka, and reads the topics of the contract', () => {
  expect(readDispatcherConfig(shared)).toMatchObject({
    group: 'dispatcher',
    bus: { kind: 'kafka', addressing: 'targeted', topic: 'realtime.deliveries' },
    topics: { tickets: 'core.tickets', orders: 'core.orders', messages: 'realtime.messages' },
  })
  for (const name of Object.keys(shared)) {
    expect(() => readDispatcherConfig({ ...shared, [name]: undefined })).toThrow(new RegExp(name))
  }
})
