import { describe, expect, it } from 'vitest'
import { checksum, pendingMigrations } from './plan.ts'

const first = { name: '001_first', sql: 'CREATE TABLE a ()' }
const second = { name: '002_second', sql: 'CREATE TABLE b ()' }
const applied = (migration: typeof first, finished = true) => ({
  name: migration.name,
  checksum: checksum(migration.sql),
  finished,
})

describe('pending migrations', () => {
  it('are all of them on an empty database, in order', () => {
    expect(pendingMigrations([first, second], [])).toEqual([first, second])
  })

  it('are those not applied yet', () => {
    expect(pendingMigrations([first, second], [applied(first)])).toEqual([second])
    expect(pendingMigrations([first, second], [applied(first), applied(second)])).toEqual([])
  })

  it('are refused after one that failed half-way', () => {
    expect(() => pendingMigrations([first, second], [applied(first, false)])).toThrow('001_first failed half-way')
  })

  it('are refused when an applied one was edited', () => {
    expect(() => pendingMigrations([{ ...first, sql: 'CREATE TABLE z ()' }], [applied(first)])).toThrow('was edited')
  })

  it('are refused when the database knows one that the folder does not', () => {
    expect(() => pendingMigrations([first], [applied(second)])).toThrow('002_second, this checkout has not')
  })
})
