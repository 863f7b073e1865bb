import { readFile } from 'node:fs/promises'
import pg from 'pg'
import type { Log } from '#platform/log.ts'

/** What a query needs: the pool, or the one client of a transaction. */
export type Database = Pick<pg.ClientBase, 'query'>
export type Pool = pg.Pool & AsyncDisposable

/** Enough for a few hundred requests at once: they queue for a connection for milliseconds, and PostgreSQL has 300 for everybody. */
const MAX_CONNECTIONS = 20
/** Time in that queue counts as connecting: five hundred buyers at once need seconds on a busy machine. A PostgreSQL that is away refuses at once. */
const CONNECT_MS = 60_000

/** A stand-in's own database, with its tables in place. The SQL file must bear being run again. */
export async function openDatabase(url: string, schemaFile: URL, log: Log): Promise<Pool> {
  const pool = new pg.Pool({ connectionString: url, max: MAX_CONNECTIONS, connectionTimeoutMillis: CONNECT_MS })
  // Without a listener the end of an idle connection (PostgreSQL restarting) would end this process too.
  pool.on('error', ({ message }) => pool.ending || log.warn({ reason: message }, 'a database connection ended'))
  await applySchema(pool, schemaFile)
  return Object.assign(pool, { [Symbol.asyncDispose]: () => pool.end() })
}

/** Two processes starting at once would race in CREATE TABLE IF NOT EXISTS; the lock lets them take turns. */
async function applySchema(pool: pg.Pool, schemaFile: URL): Promise<void> {
  const sql = await readFile(schemaFile, 'utf8')
  await inTransaction(pool, async (client) => {
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('stand-in schema'))`)
    await client.query(sql)
  })
}

/** Runs `work` in one READ COMMITTED transaction: committed when it resolves, rolled back when it throws. */
export async function inTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const result = await work(client)
    await client.query('COMMIT')
    client.release()
    return result
  } catch (error) {
    await rollBack(client)
    throw error
  }
}

/** A connection that cannot even roll back is thrown away, not returned to the pool. */
async function rollBack(client: pg.PoolClient): Promise<void> {
  try {
    await client.query('ROLLBACK')
    client.release()
  } catch (error) {
    client.release(error as Error)
  }
}
