import { sqlState } from './sql-state.ts'

/** Whether PostgreSQL refuses what it was given: its classes 22, data, and 23, integrity. The same comes back for ever. */
export const isRefusedData = (state: string): boolean => /^2[23]/.test(state)

/**
 * Whether PostgreSQL is away, or is not what we need: it cannot be reached, ends a connection, takes too long, has no
 * connection left, is being brought up to date, is read-only. Data that it refuses is no outage, and neither is a fault of
 * our own. Errors are told by name and words, because Next may have bundled their classes more than once.
 */
export function isDatabaseAway(error: unknown): boolean {
  const state = sqlState(error)
  if (state !== null) return !isRefusedData(state)
  if (!(error instanceof Error)) return false
  const { name, message, code, syscall } = error as Error & { readonly code?: unknown; readonly syscall?: unknown }
  switch (name) {
    case 'PrismaClientKnownRequestError':
      return AWAY_CODES.test(String(code))
    case 'PrismaClientInitializationError':
    case 'PrismaClientUnknownRequestError':
    case 'DriverAdapterError':
      return true
    case 'AggregateError': // of a host with several addresses, none of which answers
      return (error as AggregateError).errors.some(isDatabaseAway)
    case 'Error':
      if (syscall === 'connect' && SOCKET_FILE_CODES.test(String(code))) return true
      return CONNECTION_LOST.test(message) || NETWORK_CODES.test(String(code))
    default:
      return false
  }
}

/** Prisma's, without a SQLSTATE: no connection, none in time, no transaction in time, a deadlock, too many connections, no table yet. */
const AWAY_CODES = /^P1\d{3}$|^P20(?:10|21|22|24|28|34|37|39)$/

/**
 * What pg says of a connection that broke, never came, or speaks nonsense: nameless errors, which Prisma passes on as they
 * are where a transaction begins. That the pool has ended is the program’s own stopping, in which nothing may be given up.
 */
const CONNECTION_LOST = new RegExp(
  `^(?:${[
    'Connection terminated',
    'Query read timeout',
    'timeout exceeded when trying to connect',
    'timeout expired',
    'Client (?:has encountered a connection error|was closed) ',
    'Cannot use a pool after calling end',
    'The server does not support SSL connections',
    'There was an error establishing an SSL connection',
    'Received unexpected \\w+ message from backend',
    'SASL: ',
  ].join('|')})`,
)

/** Node’s, of a connection’s socket, its name or its encryption; Prisma knows four of them and passes on the others. */
const NETWORK_CODES =
  /^(?:ECONN\w+|EHOST\w+|ENET\w+|EPIPE|ETIMEDOUT|ENOTFOUND|EPROTO|EAI_\w+|EADDRNOTAVAIL|EMFILE|ENFILE|ENOBUFS|ERR_(?:STREAM|SOCKET|SSL|TLS)_\w+)$/

/** Of a Unix socket that is gone, or not ours to use; with any other call they are about a file of somebody’s. */
const SOCKET_FILE_CODES = /^(?:ENOENT|EACCES)$/
