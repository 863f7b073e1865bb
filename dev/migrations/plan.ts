import { createHash } from 'node:crypto'
import { ClearLine } from '../services/clear-line.ts'

export interface Migration {
  readonly name: string
  readonly sql: string
}

/** One row of Prisma's own table. */
export interface AppliedMigration {
  readonly name: string
  readonly checksum: string
  readonly finished: boolean
}

/** The same digest that Prisma keeps. */
export const checksum = (sql: string): string => createHash('sha256').update(sql).digest('hex')

/** The migrations still to be applied, in order. Throws a clear line when the database has another history than the folder. */
export function pendingMigrations(folder: readonly Migration[], applied: readonly AppliedMigration[]): Migration[] {
  const known = new Map(folder.map((migration) => [migration.name, migration]))
  for (const { name, checksum: was, finished } of applied) {
    const migration = known.get(name)
    if (!finished)
      throw new ClearLine(`migration ${name} failed half-way before. Repair it by hand, or start anew: npm run reset`)
    if (!migration)
      throw new ClearLine(
        `the database has migration ${name}, this checkout has not. Update it, or start anew: npm run reset`,
      )
    if (checksum(migration.sql) !== was)
      throw new ClearLine(`migration ${name} was edited after it was applied. Restore it, or start anew: npm run reset`)
  }
  const done = new Set(applied.map(({ name }) => name))
  return folder.filter(({ name }) => !done.has(name))
}
