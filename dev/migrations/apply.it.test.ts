import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { emptyDatabase } from '../test/services.ts'
import { applyMigrations, readMigrations } from './apply.ts'
import { missingSql } from './schema-engine.ts'

const schemaPath = join(import.meta.dirname, '../../prisma/schema.prisma')
const first = { name: '001_first', sql: 'CREATE TABLE one (id int); CREATE TABLE two (id int)' }

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

describe('the migrations', () => {
  it('make the very database that the Prisma schema describes', async () => {
    await using database = await emptyDatabase()
    expect(await applyMigrations(database.ownerUrl)).toEqual(readMigrations().map(({ name }) => name))
    expect(await missingSql(database.ownerUrl, schemaPath)).toBe('')
  })

  it('would be told apart from a schema that has one more column', async () => {
    await using database = await emptyDatabase()
    await applyMigrations(database.ownerUrl)
    const changed = join(mkdtempSync(join(tmpdir(), 'marquee-schema-')), 'schema.prisma')
    const schema = readFileSync(schemaPath, 'utf8')
    writeFileSync(changed, `${schema}\nmodel Extra {\n  id String @id\n}\n`)
    expect(await missingSql(database.ownerUrl, changed)).toContain('CREATE TABLE "Extra"')
  })
})

describe('applying migrations', () => {
  it('does nothing a second time', async () => {
    await using database = await emptyDatabase()
    expect(await applyMigrations(database.ownerUrl, [first])).toEqual(['001_first'])
    expect(await applyMigrations(database.ownerUrl, [first])).toEqual([])
  })

  it('is done once by two programs that begin together', async () => {
    await using database = await emptyDatabase()
    const both = await Promise.all([1, 2].map(() => applyMigrations(database.ownerUrl, [first])))
    expect(both.flat()).toEqual(['001_first'])
  })

  it('leaves nothing of a migration that fails, and refuses to go on after it', async () => {
    await using database = await emptyDatabase()
    const broken = { name: '002_broken', sql: 'CREATE TABLE three (id int); SELECT nonsense' }
    await expect(applyMigrations(database.ownerUrl, [first, broken])).rejects.toThrow('002_broken failed')
    expect(await query(database.ownerUrl, "SELECT to_regclass('three') AS three")).toEqual([{ three: null }])
    await expect(applyMigrations(database.ownerUrl, [first])).rejects.toThrow('failed half-way')
  })

  it("keeps Prisma's books, so that its own tool can take over", async () => {
    await using database = await emptyDatabase()
    await applyMigrations(database.ownerUrl, [first])
    const books =
      'SELECT migration_name, length(checksum) AS digits, applied_steps_count AS steps FROM _prisma_migrations'
    expect(await query(database.ownerUrl, books)).toEqual([{ migration_name: '001_first', digits: 64, steps: 1 }])
  })
})
