import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions } from 'fastify'
import type pg from 'pg'
import { emptyDatabase } from '#dev/test/services.ts'
import { createLog } from '#platform/log.ts'
import { createMetrics } from '#platform/ops.ts'
import { openDatabase, type Pool } from '../../stand-in/database.ts'
import { createApp } from '../app.ts'
import { createArtworkStore } from '../artwork-store.ts'
import { type Core, createCore } from '../core.ts'
import type { ShowRecord } from '../shows/show-record.ts'
import { storeShow } from '../shows/store-show.ts'
import { createSwitchBoard, type Switches } from '../switches/switch-board.ts'

/** A core of its own on an empty database, without relay or due work: a test does these itself, when it wants them. */
export interface CoreInTest extends AsyncDisposable {
  readonly core: Core
  readonly app: FastifyInstance
  readonly databaseUrl: string
  /** Calls core as a reseller and parses the answer. */
  call(request: Call): Promise<{ status: number; body: Json }>
  store(record: ShowRecord): Promise<void>
  /** Everything in the outbox, oldest first; nothing takes it away. */
  outbox(): Promise<{ topic: string; key: string; value: Json }[]>
}

// biome-ignore lint/suspicious/noExplicitAny: tests look into whatever JSON came back.
type Json = any

export type Call = Omit<InjectOptions, 'headers'> & { as?: string; key?: string }

export async function startCoreInTest(
  switches: Partial<Switches> = {},
  parts: Partial<Core> = {},
): Promise<CoreInTest> {
  const database = await emptyDatabase()
  const log = createLog('core-in-test', 'warn')
  const pool: Pool = await openDatabase(database.ownerUrl, new URL('../schema.sql', import.meta.url), log)
  const core = createCore({ pool, log, switches: createSwitchBoard(switches), ...parts })
  const metrics = createMetrics('core')
  const artworks = createArtworkStore(pool, join(tmpdir(), 'marquee-artwork-in-test'))
  const app = createApp(core, artworks, {
    role: 'core',
    id: 'core-in-test',
    metrics,
    readiness: () => ({ ready: true }),
  })
  return {
    core,
    app,
    databaseUrl: database.ownerUrl,
    call: (request) => call(app, request),
    store: async (record) => void (await storeShow(core, record, 'replace')),
    outbox: () => readOutbox(pool),
    async [Symbol.asyncDispose]() {
      await app.close()
      await pool.end()
      await database[Symbol.asyncDispose]()
    },
  }
}

async function call(app: FastifyInstance, { as = 'aurora', key, ...request }: Call) {
  const response = await app.inject({
    ...request,
    headers: { authorization: `Bearer demo-${as}`, ...(key !== undefined && { 'idempotency-key': key }) },
  })
  return { status: response.statusCode, body: response.body === '' ? null : JSON.parse(response.body) }
}

async function readOutbox(pool: pg.Pool) {
  const { rows } = await pool.query('SELECT topic, key, value FROM outbox ORDER BY id')
  return rows.map((row) => ({ ...row, value: JSON.parse(row.value) }))
}
