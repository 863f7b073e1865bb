import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { CoreAway, KeyRefused, UnknownZone, WrongAnswer } from '../core/client.ts'
import { NotYet, tellingFault } from './telling-fault.ts'

/** As Prisma throws them: told apart by name and code alone. */
const named = (name: string, more: object = {}) => Object.assign(new Error('…'), { name }, more)
const known = (code: string, sql?: string) =>
  named('PrismaClientKnownRequestError', {
    code,
    meta: { driverAdapterError: { cause: { originalCode: sql } } },
  })
const kindOf = (error: unknown) => tellingFault(error).kind

describe('an event that could not be told of', () => {
  it.each([
    ['core answered 503', new CoreAway('core answered 503')],
    ['a connection that broke', new Error('Connection terminated unexpectedly')],
    ['no connection in time', new Error('timeout exceeded when trying to connect')],
    ['no answer in time', new Error('Query read timeout')],
    ['a host without a way to it', Object.assign(new Error('connect'), { code: 'EHOSTUNREACH', syscall: 'connect' })],
    ['none of several addresses', new AggregateError([new Error('connect ECONNREFUSED')])],
    ['nobody listens', known('P1001')],
    ['nobody listens to raw SQL', known('P2010')],
    ['no transaction in time', known('P2028')],
    ['a deadlock', known('P2034', '40P01')],
    ['a server that shuts down', known('P2039', '57P01')],
    ['a server that has become a replica', known('P2039', '25006')],
    ['a password that was changed', known('P1000', '28P01')],
    ['a table that is not there yet', known('P2010', '42P01')],
    ['a client that does not start', named('PrismaClientInitializationError')],
  ])('stands still for %s', (_, error) => {
    expect(kindOf(error)).toBe('away')
  })

  it.each([new NotYet('no live configuration'), new KeyRefused('core answered with 401')])('waits: %s', (error) => {
    expect(tellingFault(error)).toEqual({ kind: 'passing', reason: error.message })
  })

  it.each([
    new UnknownZone('core’s show is in a time zone that nobody knows'),
    new RangeError('Invalid time zone specified: Europe/Londn'),
    new TypeError('undefined is not a function'),
    named('PrismaClientValidationError'),
    known('P2025'),
    'a text',
  ])('waits for a while: %s', (error) => {
    expect(kindOf(error)).toBe('strange')
  })

  it('is not told with what Prisma was to write', () => {
    const error = Object.assign(new Error('recipient: "ada@example.com"'), { name: 'PrismaClientValidationError' })
    expect(tellingFault(error).reason).toBe('PrismaClientValidationError')
  })

  it.each([
    new WrongAnswer('not of the agreed shape'),
    z.object({ a: z.string() }).safeParse({}).error,
    known('P2010', '22P05'),
    known('P2002', '23505'),
  ])('never can be: %s', (error) => {
    expect(kindOf(error)).toBe('lasting')
  })
})
