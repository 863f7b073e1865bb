import type { SqlQuery, SqlResultSet } from '@prisma/driver-adapter-utils'

/** PostgreSQL's "char", one byte, by its type number; `text` reads the same. */
const CHAR = 18
const TEXT = 25
/** The engine's number for a single character. */
const CHARACTER_COLUMN = 6

/** What the adapter keeps to itself and the two corrections need. */
interface Inside {
  performIO(query: SqlQuery): Promise<{ fields: { dataTypeID: number }[]; rows: unknown[][] }>
  queryRaw(query: SqlQuery): Promise<SqlResultSet>
}

/**
 * Corrects two things that stand between adapter-pg 7.10 and a schema read back from PostgreSQL 18: it does not know
 * "char", in which the catalogue tells kinds of things apart, and the engine does not expect NOT NULL to be listed as a
 * constraint. Nobody else runs such queries.
 */
export function introspectable<Connection>(connection: Connection): Connection {
  const inside = connection as unknown as Inside
  const performIO = inside.performIO.bind(inside)
  const queryRaw = inside.queryRaw.bind(inside)
  let characters: number[] = []
  inside.performIO = async (query) => {
    const sql = query.sql.replace("contype NOT IN ('p', 'u', 'f')", "contype NOT IN ('p', 'u', 'f', 'n')")
    const answer = await performIO({ ...query, sql })
    characters = answer.fields.flatMap((field, i) => (field.dataTypeID === CHAR ? [i] : []))
    return {
      ...answer,
      fields: answer.fields.map((field) => (field.dataTypeID === CHAR ? { ...field, dataTypeID: TEXT } : field)),
    }
  }
  inside.queryRaw = async (query) => {
    const result = await queryRaw(query)
    for (const i of characters) result.columnTypes[i] = CHARACTER_COLUMN
    return result
  }
  return connection
}
