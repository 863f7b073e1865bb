import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { CoreUnavailable, KeyRefused, NotCore, UnknownZone, UnusableAnswer } from '../core/client.ts'
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
    ['core answered 503', new CoreUnavailable('core answered 503')],
    ['a connection to PostgreSQL that broke', new Error('Connection terminated unexpectedly')],
    ['PostgreSQL that shuts down', known('P2039', '57P01')],
  ])('stands still for %s', (_, error) => {
    expect(kindOf(error)).toBe('away')
  })

  it.each([
    ['passing', new NotYet('no live configuration')],
    ['passing', new KeyRefused('core answered with 401')],
    ['brief', new NotCore('core answered with 404 and no problem document')],
  ])('waits for what is %s: %s', (kind, error) => {
    expect(tellingFault(error)).toEqual({ kind, reason: error.message })
  })

  it.each([
    new UnknownZone('core’s show is in a time zone that nobody knows'),
    new RangeError('Invalid time zone specified: Europe/Londn'),
    new TypeError('undefined is not a function'),
    new Error('a library’s own'),
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
    new UnusableAnswer('not of the agreed shape'),
    z.object({ a: z.string() }).safeParse({}).error,
    known('P2010', '22P05'),
    known('P2002', '23505'),
  ])('never can be: %s', (error) => {
    expect(kindOf(error)).toBe('lasting')
  })
})
