import pg from 'pg'
import { databases } from '#dev/services/postgres-roles.ts'
import { quantile } from '../quantiles.ts'

/** Counts what PostgreSQL answers to shops and worker. Core's database is another house's, and the realtime tier has none. */
export class Transactions implements AsyncDisposable {
  readonly #client: pg.Client

  private constructor(client: pg.Client) {
    this.#client = client
  }

  /** @param url a superuser's, of a database that is not the one counted */
  static async open(url: string): Promise<Transactions> {
    const client = new pg.Client(url)
    await client.connect()
    return new Transactions(client)
  }

  /** Since the server began: a statement by itself is one, and so are several that belong together. */
  async soFar(): Promise<number> {
    const { rows } = await this.#client.query<{ answered: number }>(
      'SELECT (xact_commit + xact_rollback)::int AS answered FROM pg_stat_database WHERE datname = $1',
      [databases.marquee],
    )
    return rows[0]?.answered ?? 0
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#client.end()
  }
}

/** What an event caused, over what is answered in as long a time without it; never less than nothing. */
export const causedBy = (during: number, quiet: readonly number[]): number => Math.max(0, during - quantile(quiet, 0.5))
