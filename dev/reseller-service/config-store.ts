import { randomUUID } from 'node:crypto'
import type { ConfigEvent, ConfigVersion } from '#contracts/config-event.ts'
import type { ResellerConfig } from '#contracts/reseller-config.ts'
import { readCursor, writeCursor } from '../stand-in/cursor.ts'
import { type Database, inTransaction, type Pool } from '../stand-in/database.ts'
import { addToOutbox } from '../stand-in/outbox.ts'
import type { Outcome } from '../stand-in/outcome.ts'

/** What the reseller service works with. `topic` is where its events go. */
export interface ConfigStore {
  readonly pool: Pool
  readonly topic: string
}

/** A config is 5–20 KB, so a page is some 300 KB; at 500 KB each (`CONFIG_LIMIT_BYTES`) it is 10 MB, which readers take. */
const PAGE = 20

const SELECT_VERSION = `
  SELECT c.version, c.config, c.created_at AS "createdAt", c.created_by AS "createdBy",
    CASE WHEN c.version = r.live_version THEN 'live' WHEN c.published_at IS NULL THEN 'draft' ELSE 'superseded' END AS status
  FROM config_version c JOIN reseller r ON r.id = c.reseller_id`

type VersionRow = Omit<ConfigVersion, 'createdAt'> & { createdAt: Date }
type VersionPage = { items: ConfigVersion[]; nextCursor: string | null }

/** A reseller's versions, newest first. */
export async function listVersions(
  { pool }: ConfigStore,
  resellerId: string,
  cursor: string | undefined,
): Promise<Outcome<VersionPage>> {
  const after = cursor === undefined ? null : readCursor('configs', cursor)
  if (cursor !== undefined && after === null) {
    const fields = [{ path: 'cursor', message: 'is not a cursor of this list' }]
    return { refused: 'reseller-service/invalid-request', fields }
  }
  const { rows } = await pool.query<VersionRow>(
    `${SELECT_VERSION} WHERE c.reseller_id = $1 AND ($2::int IS NULL OR c.version < $2) ORDER BY c.version DESC LIMIT $3`,
    [resellerId, after?.[0] ?? null, PAGE + 1],
  )
  const items = rows.slice(0, PAGE).map(toVersion)
  const last = rows.length > PAGE ? items.at(-1) : undefined
  return { value: { items, nextCursor: last ? writeCursor('configs', [`${last.version}`, '']) : null } }
}

/** A new draft, under the next version number. */
export function createDraft(
  store: ConfigStore,
  resellerId: string,
  config: ResellerConfig,
  createdBy: string,
): Promise<ConfigVersion> {
  return inTransaction(store.pool, async (client) => {
    const sequence = await nextSequence(client, resellerId)
    const { rows } = await client.query<{ version: number }>(
      `INSERT INTO config_version (reseller_id, version, config, created_by)
       SELECT $1, coalesce(max(version), 0) + 1, $2, $3 FROM config_version WHERE reseller_id = $1 RETURNING version`,
      [resellerId, JSON.stringify(config), createdBy],
    )
    await announce(client, store, resellerId, sequence)
    return readVersion(client, resellerId, (rows[0] as { version: number }).version)
  })
}

/** Makes a version live; an older one is a rollback. Publishing what is live already changes nothing and says nothing. */
export function publishVersion(
  store: ConfigStore,
  resellerId: string,
  version: number,
): Promise<Outcome<ConfigVersion>> {
  return inTransaction(store.pool, async (client) => {
    const { rows } = await client.query<{ live: boolean }>(
      `SELECT version IS NOT DISTINCT FROM live_version AS live
       FROM reseller r JOIN config_version c ON c.reseller_id = r.id WHERE r.id = $1 AND version = $2 FOR UPDATE OF r`,
      [resellerId, version],
    )
    if (rows[0] === undefined) return { refused: 'reseller-service/not-found' }
    if (!rows[0].live) await makeLive(client, store, resellerId, version)
    return { value: await readVersion(client, resellerId, version) }
  })
}

async function makeLive(client: Database, store: ConfigStore, resellerId: string, version: number): Promise<void> {
  const sequence = await nextSequence(client, resellerId)
  await client.query('UPDATE reseller SET live_version = $2 WHERE id = $1', [resellerId, version])
  await client.query(
    'UPDATE config_version SET published_at = clock_timestamp() WHERE reseller_id = $1 AND version = $2',
    [resellerId, version],
  )
  await announce(client, store, resellerId, sequence)
}

/** Takes one step and keeps the reseller's row until commit. A new reseller is made. */
async function nextSequence(client: Database, resellerId: string): Promise<number> {
  const { rows } = await client.query<{ sequence: number }>(
    `INSERT INTO reseller (id, sequence) VALUES ($1, 1)
     ON CONFLICT (id) DO UPDATE SET sequence = reseller.sequence + 1 RETURNING sequence`,
    [resellerId],
  )
  return (rows[0] as { sequence: number }).sequence
}

/** Says everything there is to say about a reseller. Before its first publish there is nothing: an event must have a live version. */
async function announce(client: Database, store: ConfigStore, resellerId: string, sequence: number): Promise<void> {
  const { rows } = await client.query<VersionRow>(
    `${SELECT_VERSION} WHERE c.reseller_id = $1 AND (c.version = r.live_version OR c.published_at IS NULL)
     ORDER BY c.version DESC`,
    [resellerId],
  )
  const live = rows.find((row) => row.status === 'live')
  if (live === undefined) return
  const draft = rows.find((row) => row.status === 'draft')
  const event: ConfigEvent = {
    id: randomUUID(),
    type: 'reseller.config',
    at: new Date().toISOString(),
    resellerId,
    sequence,
    live: { version: live.version, config: live.config },
    ...(draft && { draft: { version: draft.version, config: draft.config } }),
  }
  await addToOutbox(client, [{ topic: store.topic, key: resellerId, value: event }])
}

async function readVersion(client: Database, resellerId: string, version: number): Promise<ConfigVersion> {
  const { rows } = await client.query<VersionRow>(`${SELECT_VERSION} WHERE c.reseller_id = $1 AND c.version = $2`, [
    resellerId,
    version,
  ])
  return toVersion(rows[0] as VersionRow)
}

const toVersion = ({ version, status, createdAt, createdBy, config }: VersionRow): ConfigVersion => ({
  version,
  status,
  createdAt: createdAt.toISOString(),
  createdBy,
  config,
})
