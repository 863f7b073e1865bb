import { randomUUID } from 'node:crypto'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import pg from 'pg'
import { type AppliedMigration, checksum, type Migration, pendingMigrations } from './plan.ts'

const migrationsFolder = join(import.meta.dirname, '../../prisma/migrations')

/** The number that Prisma's own engine locks, so that it and we never migrate at the same time. */
const PRISMA_LOCK = 72707369

/** Prisma's own table, column for column: `prisma migrate deploy` takes over where its engine can be had. */
const BOOKKEEPING = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id                  VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum            VARCHAR(64) NOT NULL,
  finished_at         TIMESTAMPTZ,
  migration_name      VARCHAR(255) NOT NULL,
  logs                TEXT,
  rolled_back_at      TIMESTAMPTZ,
  started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`

/** The migrations of this checkout, oldest first. */
export function readMigrations(folder = migrationsFolder): Migration[] {
  if (!existsSync(folder)) return []
  return globSync(join(folder, '*/migration.sql'))
    .map((file) => ({ name: basename(dirname(file)), sql: readFileSync(file, 'utf8') }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Brings a database up to date and returns the names of what was applied. Runs of several programs take turns. */
export async function applyMigrations(ownerUrl: string, migrations = readMigrations()): Promise<string[]> {
  const client = new pg.Client(ownerUrl)
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [PRISMA_LOCK])
    await client.query(BOOKKEEPING)
    const pending = pendingMigrations(migrations, await appliedMigrations(client))
    for (const migration of pending) await apply(client, migration)
    return pending.map(({ name }) => name)
  } finally {
    await client.end() // gives the lock back, too
  }
}

async function appliedMigrations(client: pg.Client): Promise<AppliedMigration[]> {
  const { rows } = await client.query<AppliedMigration>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
     FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`,
  )
  return rows
}

async function apply(client: pg.Client, { name, sql }: Migration): Promise<void> {
  const id = randomUUID()
  const started = 'INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)'
  await client.query(started, [id, checksum(sql), name])
  try {
    await client.query(sql) // without parameters: one implicit transaction for the whole file
  } catch (cause) {
    await client.query('UPDATE _prisma_migrations SET logs = $2 WHERE id = $1', [id, `${cause}`])
    throw new Error(`migration ${name} failed`, { cause })
  }
  const finished = 'UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE id = $1'
  await client.query(finished, [id])
}
