import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions } from 'fastify'
import type pg from 'pg'
import { coreDocument } from '#contracts/openapi/core.ts'
import { emptyDatabase } from '#dev/test/services.ts'
import { createLog } from '#platform/log.ts'
import { createMetrics } from '#platform/ops.ts'
import { openDatabase, type Pool } from '../../stand-in/database.ts'
import { createAnswerCheck } from '../../stand-in/openapi-check.ts'
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

const faultOf = createAnswerCheck(coreDocument())

/** Whatever a test asks, the answer must be one that the OpenAPI document describes. */
async function call(app: FastifyInstance, { as = 'aurora', key, ...request }: Call) {
  const response = await app.inject({
    ...request,
    headers: { authorization: `Bearer demo-${as}`, ...(key !== undefined && { 'idempotency-key': key }) },
  })
  const { statusCode: status, body } = response
  const path = `${request.url}`.split('?')[0] ?? ''
  const contentType = response.headers['content-type']?.toString()
  const fault = faultOf({ method: request.method ?? 'GET', path, status, contentType, body })
  if (fault !== null && path.startsWith('/v1/')) throw new Error(`not as core.json says: ${fault}`)
  return { status, body: body === '' ? null : JSON.parse(body) }
}

async function readOutbox(pool: pg.Pool) {
  const { rows } = await pool.query('SELECT topic, key, value FROM outbox ORDER BY id')
  return rows.map((row) => ({ ...row, value: JSON.parse(row.value) }))
}
