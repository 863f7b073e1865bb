import pg from 'pg'
import { testServices } from '#dev/test/services.ts'

/** All that a database holds, whoever may see it: row-level security hides rows from their owner, too. */
export interface Rows extends AsyncDisposable {
  /** Per table how many rows it has and a digest of what is in them. */
  read(): Promise<Readonly<Record<string, string>>>
  /** The tables with a row in whose text this is, anywhere. */
  withText(text: string): Promise<string[]>
}

/** @param url of the database, as any role */
export async function openRows(url: string): Promise<Rows> {
  const superuser = new URL(testServices.postgresUrl)
  superuser.pathname = new URL(url).pathname
  const client = new pg.Client(superuser.href)
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')",
  )
  const names = rows.map(({ name }) => name)
  const digests = names.map(
    (name) =>
      `SELECT '${name}' AS name, count(*) || ' ' || md5(coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '')) AS digest FROM ${name} t`,
  )
  const finds = names.map((name) => `SELECT '${name}' AS name FROM ${name} t WHERE strpos(t::text, $1) > 0`)
  return {
    async read() {
      const { rows } = await client.query<{ name: string; digest: string }>(digests.join(' UNION ALL '))
      return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]))
    },
    async withText(text) {
      const { rows } = await client.query<{ name: string }>(finds.join(' UNION '), [text])
      return rows.map(({ name }) => name)
    },
    [Symbol.asyncDispose]: () => client.end(),
  }
}
