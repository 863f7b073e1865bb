import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Log } from './log.ts'

/*
 * Hears what is announced on channels of PostgreSQL, over a connection of its own.
 *
 *   connecting ──LISTEN answered──▶ listening ──error, end, or silent ping──▶ waiting ──0.1–2 s──▶ connecting
 */

/** A dead server must not hold a connection attempt or a ping for longer than an announcement may take, one second. */
const ANSWER_MS = 1_000
/** A black-holed connection gives no error: asking tells. */
const PING_MS = 2_000
const RETRY_CAP_MS = 2_000

export interface ListenOptions {
  /** As the application role. */
  readonly connectionString: string
  /** Lower-case identifiers; one connection hears them all. */
  readonly channels: readonly string[]
  /** Shown in PostgreSQL's list of connections. */
  readonly name: string
  /** Called on every announcement and after every (re)connect, because what happened in between was not heard. */
  heard(): void
  readonly log: Log
}

/** Listens until disposed. Never throws and never gives up; whoever needs more than a bell polls as well. */
export function listenOnPostgres(options: ListenOptions): AsyncDisposable {
  const { heard, log, name, channels } = options
  const stop = new AbortController()
  const ended = (async () => {
    for (let waitMs = 100; !stop.signal.aborted; waitMs = Math.min(waitMs * 2, RETRY_CAP_MS)) {
      try {
        await listenOnce(options, stop.signal, () => {
          waitMs = 100
          heard()
        })
      } catch (error) {
        log.warn(
          { err: error, retryInMs: waitMs, name, channels },
          'not listening to PostgreSQL; it is polled meanwhile',
        )
      }
      await sleep(waitMs, undefined, { signal: stop.signal }).catch(() => {})
    }
  })()
  return {
    async [Symbol.asyncDispose]() {
      stop.abort()
      await ended
    },
  }
}

/** Listens until the connection fails (rejects) or `signal` aborts (resolves). */
async function listenOnce(
  { connectionString, channels, name }: ListenOptions,
  signal: AbortSignal,
  heard: () => void,
): Promise<void> {
  const client = new pg.Client({
    connectionString,
    connectionTimeoutMillis: ANSWER_MS,
    query_timeout: ANSWER_MS,
    keepAlive: true,
    application_name: name,
  })
  const over = Promise.withResolvers<void>()
  over.promise.catch(() => {}) // it may fail while we still connect; whoever awaits it then is told
  client.on('error', over.reject)
  client.on('end', () => over.reject(new Error('the connection ended')))
  client.on('notification', heard)
  const asked = () => over.resolve()
  signal.addEventListener('abort', asked)
  let ping: NodeJS.Timeout | undefined
  try {
    await client.connect()
    for (const channel of channels) await client.query(`LISTEN ${client.escapeIdentifier(channel)}`)
    heard()
    ping = setInterval(() => void client.query('SELECT 1').catch(over.reject), PING_MS)
    await over.promise
  } finally {
    clearInterval(ping)
    signal.removeEventListener('abort', asked)
    await close(client)
  }
}

/** A dead connection does not answer the farewell either. */
async function close(client: pg.Client): Promise<void> {
  const closed = client.end().catch(() => {})
  await Promise.race([closed, new Promise((late) => setTimeout(late, ANSWER_MS).unref())])
}
