import pg from 'pg'

/** For development servers, which listen on loopback only. Elsewhere an operator makes the roles. */
const DEVELOPMENT_PASSWORD = 'marquee'

export const roles = { owner: 'marquee_owner', application: 'marquee_app' } as const
export const databases = {
  marquee: 'marquee',
  core: 'marquee_core',
  resellerService: 'marquee_reseller_service',
} as const

/** Two roles, so that row-level security binds the application and not the owner, and a database per system. Idempotent. */
export async function prepareServer(superuserUrl: string): Promise<void> {
  const client = new pg.Client(superuserUrl)
  await client.connect()
  try {
    for (const role of Object.values(roles)) await ensureRole(client, role)
    for (const database of Object.values(databases)) await ensureDatabase(client, database)
  } finally {
    await client.end()
  }
}

/** The same server, another role and database. */
export function databaseUrl(superuserUrl: string, role: keyof typeof roles, database: string): string {
  const url = new URL(superuserUrl)
  url.username = roles[role]
  url.password = DEVELOPMENT_PASSWORD
  url.pathname = `/${database}`
  return url.href
}

async function ensureRole(client: pg.Client, role: string): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role])
  if (rowCount === 0) await client.query(`CREATE ROLE ${role} LOGIN PASSWORD '${DEVELOPMENT_PASSWORD}'`)
}

/** `CREATE DATABASE` has no IF NOT EXISTS and runs in no transaction. */
async function ensureDatabase(client: pg.Client, database: string): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database])
  if (rowCount === 0) await client.query(`CREATE DATABASE ${database} OWNER ${roles.owner}`)
}
