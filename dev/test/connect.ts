import pg from 'pg'

/** A connection of a test's own, beside those of what it tests: as the owner it may do what our own role may not. */
export async function connect(url: string): Promise<pg.Client & AsyncDisposable> {
  const client = new pg.Client(url)
  await client.connect()
  return Object.assign(client, { [Symbol.asyncDispose]: () => client.end() })
}
