import { describe, expect, test } from 'vitest'
import { EnvironmentError } from '#platform/environment.ts'
import { readDispatcherConfig } from '../dispatcher/config.ts'
import { readNodeConfig } from './config.ts'

const shared = { REGISTRY_REDIS_URL: 'redis://127.0.0.1:6379', KAFKA_BROKERS: '127.0.0.1:9092' }
const node = { ...shared, REALTIME_VERIFICATION_KEYS: '{"keys":[{"kty":"OKP"}]}' }

test('a node needs Redis, Kafka and keys; everything else has a default', () => {
  expect(readNodeConfig(node)).toMatchObject({
    port: 0,
    host: '127.0.0.1',
    maxConnections: 19_900,
    maxPerPerson: 10,
    drainMs: 12_000,
  })
  for (const name of Object.keys(node)) {
    expect(() => readNodeConfig({ ...node, [name]: undefined })).toThrow(new RegExp(name))
  }
})

test.each([
  ['MAX_CONNECTIONS', '0'],
  ['MAX_CONNECTIONS_PER_PERSON', '0'],
  ['DRAIN_MS', '-1'],
  ['DRAIN_MS', '60000'],
  ['NODE_URL', 'here'],
  ['REALTIME_VERIFICATION_KEYS', '{"keys":[]}'],
  ['REALTIME_VERIFICATION_KEYS', '[]'],
  ['REALTIME_BUS', 'pigeons'],
  ['REALTIME_BUS_MODE', 'whispered'],
])('a node does not start with %s=%s', (name, value) => {
  expect(() => readNodeConfig({ ...node, [name]: value })).toThrow(EnvironmentError)
  expect(() => readNodeConfig({ ...node, [name]: value })).toThrow(new RegExp(`  ${name}`))
})

test('a dispatcher needs Redis and Kafka, and reads the topics of the contract', () => {
  expect(readDispatcherConfig(shared)).toMatchObject({
    group: 'dispatcher',
    bus: { kind: 'kafka', addressing: 'targeted', topic: 'realtime.deliveries' },
    topics: { tickets: 'core.tickets', orders: 'core.orders', messages: 'realtime.messages' },
  })
  for (const name of Object.keys(shared)) {
    // Where several parts of a program need the same variable, one line says so.
    expect(() => readDispatcherConfig({ ...shared, [name]: undefined })).toThrow(
      new RegExp(`^[^\n]*\n  ${name}: [^\n]*$`),
    )
  }
})

describe('a bus in Redis', () => {
  const onRedis = { ...node, REALTIME_BUS: 'redis', KAFKA_BROKERS: undefined }

  test('is the registry’s unless it has one of its own, and needs no Kafka', () => {
    const bus = { kind: 'redis', addressing: 'targeted', name: 'rt', servers: ['redis://127.0.0.1:6379'] }
    expect(readNodeConfig(onRedis).bus).toEqual(bus)
    expect(readNodeConfig({ ...onRedis, BUS_REDIS_URL: 'rediss://bus:6379' }).bus).toEqual({
      ...bus,
      servers: ['rediss://bus:6379'],
    })
  })

  test('is a cluster where several are named, under a name and in a mode of your own', () => {
    const own = {
      BUS_REDIS_URL: 'redis://a:1, redis://b:2',
      REALTIME_BUS_NAME: 'eu-rt',
      REALTIME_BUS_MODE: 'broadcast',
    }
    expect(readNodeConfig({ ...onRedis, ...own }).bus).toEqual({
      ...{ kind: 'redis', addressing: 'broadcast', name: 'eu-rt', servers: ['redis://a:1', 'redis://b:2'] },
    })
  })

  test('does not spare a dispatcher the Kafka that it reads from', () => {
    expect(() => readDispatcherConfig(onRedis)).toThrow(/ {2}KAFKA_BROKERS: must list/)
    expect(readDispatcherConfig({ ...onRedis, KAFKA_BROKERS: 'kafka:9092' })).toMatchObject({
      brokers: ['kafka:9092'],
      bus: { kind: 'redis', servers: ['redis://127.0.0.1:6379'] },
    })
  })

  test.each([
    ['BUS_REDIS_URL', 'bus:6379'],
    ['BUS_REDIS_URL', 'http://bus'],
    ['BUS_REDIS_URL', 'redis://a,'],
    ['BUS_REDIS_URL', 'redis://a:port'],
    ['REALTIME_BUS_NAME', 'rt.eu'],
    ['REALTIME_BUS_NAME', 'r t'],
    ['REALTIME_BUS_MODE', 'whispered'],
  ])('does not open with %s=%s, which is named beside every other fault', (name, value) => {
    const faulty = { ...onRedis, [name]: value, DRAIN_MS: '-1' }
    expect(() => readNodeConfig(faulty)).toThrow(EnvironmentError)
    expect(() => readNodeConfig(faulty)).toThrow(new RegExp(`  ${name}: `))
    expect(() => readNodeConfig(faulty)).toThrow(/ {2}DRAIN_MS: /)
  })
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
