import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  BrokersVariable,
  EnvironmentError,
  jsonVariable,
  LogLevelVariable,
  PortVariable,
  readEnvironment,
  type Variables,
} from './environment.ts'

const Greeter = z.object({
  PORT: PortVariable.default(3_000),
  KAFKA_BROKERS: BrokersVariable,
  KEYS: jsonVariable(z.record(z.string(), z.string())),
})
const good = { KAFKA_BROKERS: 'a:9092, b:9093', KEYS: '{"aurora":"k"}' }

function faultsOf(source: Variables): string {
  try {
    readEnvironment(Greeter, source)
  } catch (error) {
    if (error instanceof EnvironmentError) return error.message
    throw error
  }
  return ''
}

describe('an environment', () => {
  test('is read as values', () => {
    expect(readEnvironment(Greeter, { ...good, PORT: '8080' })).toEqual({
      PORT: 8_080,
      KAFKA_BROKERS: ['a:9092', 'b:9093'],
      KEYS: { aurora: 'k' },
    })
  })

  test('takes the empty string for missing', () => {
    expect(readEnvironment(Greeter, { ...good, PORT: '' }).PORT).toBe(3_000)
    expect(faultsOf({ ...good, KAFKA_BROKERS: '' })).toMatch(/KAFKA_BROKERS: must list/)
  })

  test('with several faults names them all, one a line', () => {
    const message = faultsOf({ PORT: 'abc', KEYS: '{' })
    expect(message.split('\n')).toHaveLength(4)
    for (const name of ['PORT', 'KAFKA_BROKERS', 'KEYS']) expect(message).toContain(`\n  ${name}: `)
  })

  test('never repeats a value in its complaint', () => {
    expect(faultsOf({ ...good, KEYS: '{"aurora": "very-secret"' })).not.toContain('secret')
    expect(faultsOf({ ...good, KEYS: '["very-secret"]' })).not.toContain('secret')
  })

  test('says which levels a log has', () => {
    const read = (LOG_LEVEL: string) => readEnvironment(z.object({ LOG_LEVEL: LogLevelVariable }), { LOG_LEVEL })
    expect(read('debug')).toEqual({ LOG_LEVEL: 'debug' })
    expect(read('')).toEqual({ LOG_LEVEL: 'info' })
    expect(() => read('verbose')).toThrow('LOG_LEVEL: must be one of trace, debug, info, warn, error, fatal, silent')
  })

  test.each(['-1', '65536', '1.5', 'x', '80 80'])('has no port %j', (PORT) => {
    expect(faultsOf({ ...good, PORT })).toMatch(/PORT/)
  })

  test.each(['a', 'a:', ':9092', 'a:9092,', 'a:9092;b:9092', 'a b:9092', 'http://a:9092'])(
    'has no brokers %j',
    (KAFKA_BROKERS) => {
      expect(faultsOf({ ...good, KAFKA_BROKERS })).toMatch(/host:port/)
    },
  )
})
