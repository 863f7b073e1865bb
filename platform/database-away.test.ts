import { describe, expect, it } from 'vitest'
import { isDatabaseAway } from './database-away.ts'

/** As Prisma throws them: told apart by name and code alone. */
const named = (name: string, more: object = {}) => Object.assign(new Error('…'), { name }, more)
const known = (code: string, originalCode?: string) =>
  named('PrismaClientKnownRequestError', { code, meta: { driverAdapterError: { cause: { originalCode } } } })
const adapter = (cause: object) => named('DriverAdapterError', { cause })
/** As Node throws them, which Prisma passes on. */
const ofNode = (code: string, message: string, more: object = {}) =>
  Object.assign(new Error(message), { code, ...more })
const refusedAt = (address: string) =>
  ofNode('ECONNREFUSED', `connect ECONNREFUSED ${address}:5432`, { syscall: 'connect', errno: -111, address })

describe('PostgreSQL', () => {
  it.each<readonly [string, unknown]>([
    ...[
      'Connection terminated',
      'Connection terminated unexpectedly',
      'Connection terminated due to connection timeout',
      'Query read timeout',
      'timeout expired',
      'timeout exceeded when trying to connect',
      'Client has encountered a connection error and is not queryable',
      'Client was closed and is not queryable',
      'Cannot use a pool after calling end on the pool',
      'The server does not support SSL connections',
      'There was an error establishing an SSL connection',
      'Received unexpected commandComplete message from backend.',
      'SASL: SCRAM-SERVER-FIRST-MESSAGE: server nonce does not start with client nonce',
    ].map((words) => [words, new Error(words)] as const),
    ['a port where nobody listens', refusedAt('127.0.0.1')],
    ['several addresses where nobody listens', Object.assign(new AggregateError([refusedAt('::1'), refusedAt('127.0.0.1')]), { code: 'ECONNREFUSED' })], // biome-ignore format: one line
    [
      'a host without a way to it',
      ofNode('EHOSTUNREACH', 'connect EHOSTUNREACH 10.0.0.9:5432', { syscall: 'connect' }),
    ],
    [
      'a name that nobody can look up',
      ofNode('EAI_AGAIN', 'getaddrinfo EAI_AGAIN database', { syscall: 'getaddrinfo' }),
    ],
    ['a connection that was reset', ofNode('ECONNRESET', 'read ECONNRESET', { syscall: 'read' })],
    ['a connection that the other side has left', ofNode('EPIPE', 'write EPIPE', { syscall: 'write' })],
    ['a stream that is no more', ofNode('ERR_STREAM_DESTROYED', 'Cannot call write after a stream was destroyed')],
    ['no descriptor left for a connection', ofNode('EMFILE', 'connect EMFILE', { syscall: 'connect' })],
    ['encryption that the other side does not speak', ofNode('EPROTO', 'write EPROTO', { syscall: 'write' })],
    ['a socket that is gone', ofNode('ENOENT', 'connect ENOENT /run/.s.PGSQL.5432', { syscall: 'connect' })],
    ['a socket that is not ours', ofNode('EACCES', 'connect EACCES /run/.s.PGSQL.5432', { syscall: 'connect' })],
    ['nobody listens', known('P1001')],
    ['nobody listens to raw SQL', known('P2010')],
    ['no transaction in time', known('P2028')],
    ['a deadlock', known('P2034', '40P01')],
    ['a statement that took too long', known('P2010', '57014')],
    ['a server that shuts down', known('P2039', '57P01')],
    ['a server that starts', adapter({ kind: 'postgres', originalCode: '57P03' })],
    ['a server without a connection left', adapter({ kind: 'TooManyConnections', originalCode: '53300' })],
    ['a server that has become a replica', known('P2039', '25006')],
    ['a password that was changed', known('P1000', '28P01')],
    ['a table that is not there yet', known('P2010', '42P01')],
    ['a connection that was closed, as the adapter says it', adapter({ kind: 'ConnectionClosed' })],
    ['a client that does not start', named('PrismaClientInitializationError')],
    ['nobody knows what, as Prisma says it', named('PrismaClientUnknownRequestError')],
  ])('is away: %s', (_, error) => {
    expect(isDatabaseAway(error)).toBe(true)
  })

  it.each<readonly [string, unknown]>([
    ['a bug', new Error('a bug')],
    ['a bug with a name', new TypeError('Connection terminated')],
    ['words of pg’s in the middle of something', new Error('the page says: Connection terminated')],
    [
      'a file that is missing',
      ofNode('ENOENT', "ENOENT: no such file or directory, open '/etc/logo.png'", { syscall: 'open' }),
    ],
    ['bugs together', new AggregateError([new Error('a bug')])],
    ['somebody else’s time that ran out', new DOMException('The operation was aborted due to timeout', 'TimeoutError')],
    ['a query that Prisma does not understand', named('PrismaClientValidationError')],
    ['a row that is not there', known('P2025')],
    ['a row that is there already', known('P2002', '23505')],
    ['text that PostgreSQL does not take', known('P2010', '22P05')],
    ['the same, where nobody asked Prisma', adapter({ kind: 'postgres', originalCode: '22P05' })],
    ['no error at all', 'Connection terminated'],
  ])('is not: %s', (_, error) => {
    expect(isDatabaseAway(error)).toBe(false)
  })
})
