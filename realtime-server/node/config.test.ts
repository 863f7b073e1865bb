import { describe, expect, test } from 'vitest'
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

describe('with RabbitMQ as the bus', () => {
  const bus = { REALTIME_BUS: 'rabbitmq', RABBITMQ_URL: 'amqp://guest:guest@127.0.0.1:5672' }

  test('a node needs no Kafka, and a dispatcher needs it for what it consumes', () => {
    const { KAFKA_BROKERS: _, ...withoutKafka } = { ...node, ...bus }
    expect(readNodeConfig(withoutKafka).bus).toEqual({
      kind: 'rabbitmq',
      addressing: 'targeted',
      name: 'rt',
      url: bus.RABBITMQ_URL,
    })
    expect(() => readDispatcherConfig({ ...shared, ...bus, KAFKA_BROKERS: undefined })).toThrow(/KAFKA_BROKERS/)
    expect(readDispatcherConfig({ ...shared, ...bus, REALTIME_BUS_NAME: 'rt-eu' }).bus).toMatchObject({ name: 'rt-eu' })
  })

  test.each([
    ['RABBITMQ_URL', undefined],
    ['RABBITMQ_URL', 'here'],
    ['RABBITMQ_URL', 'http://127.0.0.1:15672'],
    ['REALTIME_BUS_NAME', 'rt.eu'],
    ['REALTIME_BUS_NAME', '#'],
    ['REALTIME_BUS_MODE', 'everywhere'],
  ])('nobody starts with %s=%s, and the message says which variable it is', (name, value) => {
    for (const read of [readNodeConfig, readDispatcherConfig]) {
      expect(() => read({ ...node, ...bus, [name]: value })).toThrow(EnvironmentError)
      expect(() => read({ ...node, ...bus, [name]: value })).toThrow(new RegExp(name))
    }
  })
})

test('a bus that we do not have is named as the fault, beside all others', () => {
  const odd = { ...node, REALTIME_BUS: 'pigeon', MAX_CONNECTIONS: '0' }
  expect(() => readNodeConfig(odd)).toThrow(/MAX_CONNECTIONS[\s\S]*REALTIME_BUS/)
})
