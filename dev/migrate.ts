import { applyMigrations } from './migrations/apply.ts'
import { ClearLine, explain } from './services/clear-line.ts'

/** `node dev/migrate.ts` brings the database of DATABASE_OWNER_URL up to date. */
try {
  const url = process.env.DATABASE_OWNER_URL
  if (!url) throw new ClearLine('DATABASE_OWNER_URL is not set: the PostgreSQL address of the owner role')
  const applied = await applyMigrations(url)
  console.log(applied.length > 0 ? `applied ${applied.join(', ')}` : 'nothing to apply')
} catch (error) {
  console.error(explain(error))
  process.exitCode = 1
}
