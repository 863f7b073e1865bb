import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ConfigEvent, ConfigVersion, ConfigVersionPage } from '#contracts/config-event.ts'
import { resellerServiceDocument } from '#contracts/openapi/reseller-service.ts'
import { aurora } from '#dev/demo/resellers/aurora.ts'
import { emptyDatabase, type FreshDatabase } from '#dev/test/services.ts'
import { createLog } from '#platform/log.ts'
import { createMetrics } from '#platform/ops.ts'
import { openDatabase, type Pool } from '../stand-in/database.ts'
import { createAnswerCheck } from '../stand-in/openapi-check.ts'
import { createApp } from './app.ts'

const log = createLog('reseller-service-in-test', 'warn')
let database: FreshDatabase
let pool: Pool
let app: FastifyInstance
const sent: unknown[] = []
const sender = {
  async sendBatch(batch: object) {
    sent.push(batch)
    return []
  },
}

beforeAll(async () => {
  database = await emptyDatabase()
  pool = await openDatabase(database.ownerUrl, new URL('schema.sql', import.meta.url), log)
  const ops = { role: 'reseller-service', id: 'test', metrics: createMetrics('t'), readiness: () => ({ ready: true }) }
  app = createApp({ store: { pool, topic: 'reseller.config' }, sender, log, ops })
})
beforeEach(() => pool.query('TRUNCATE outbox, config_version, reseller CASCADE'))
afterAll(async () => {
  await app.close()
  await pool.end()
  await database[Symbol.asyncDispose]()
})

const faultOf = createAnswerCheck(resellerServiceDocument())

async function call(method: 'GET' | 'POST', path: string, payload?: object, as = 'aurora') {
  const headers = { authorization: `Bearer demo-${as}` }
  const response = await app.inject({ method, url: `/v1/resellers/${path}`, headers, payload })
  const { statusCode: status, body } = response
  const asked = `/v1/resellers/${path}`.split('?')[0] ?? ''
  const contentType = response.headers['content-type']?.toString()
  expect(faultOf({ method, path: asked, status, contentType, body })).toBeNull()
  return { status, body: JSON.parse(body) }
}
const draft = (name = 'Aurora') => call('POST', 'aurora/configs', { config: { ...aurora, name }, createdBy: 'Sam' })
const publish = (version: number) => call('POST', `aurora/configs/${version}/publish`)
const versions = async () =>
  ConfigVersionPage.parse((await call('GET', 'aurora/configs')).body).items.map(({ version, status }) => [
    version,
    status,
  ])
const events = async () =>
  (await pool.query('SELECT key, value FROM outbox ORDER BY id')).rows.map(({ value }) =>
    ConfigEvent.parse(JSON.parse(value)),
  )

describe('the versions of a reseller', () => {
  test('begin as drafts, newest first', async () => {
    expect(ConfigVersion.parse((await draft()).body)).toMatchObject({ version: 1, status: 'draft', createdBy: 'Sam' })
    await draft()
    expect(await versions()).toEqual([
      [2, 'draft'],
      [1, 'draft'],
    ])
  })

  test('have one live among them, and the one before is superseded', async () => {
    await draft('First')
    await draft('Second')
    await publish(1)
    expect((await publish(2)).body).toMatchObject({ version: 2, status: 'live' })
    expect(await versions()).toEqual([
      [2, 'live'],
      [1, 'superseded'],
    ])
  })

  test('come in pages when there are many', async () => {
    for (let count = 0; count < 21; count++) await draft()
    const first = await call('GET', 'aurora/configs')
    const second = await call('GET', `aurora/configs?cursor=${first.body.nextCursor}`)
    expect([...first.body.items, ...second.body.items].map(({ version }) => version)).toEqual(
      Array.from({ length: 21 }, (_, index) => 21 - index),
    )
  })
})

describe('a change', () => {
  test('says nothing before the first publish, for there is nothing live to say', async () => {
    await draft()
    expect(await events()).toEqual([])
  })

  test('is one whole event with a growing sequence, a rollback included', async () => {
    await draft('First')
    await publish(1)
    await draft('Second')
    await publish(2)
    await publish(1)
    const told = (await events()).map(({ sequence, live, draft }) => [sequence, live.version, draft?.version])
    expect(told).toEqual([
      [2, 1, undefined],
      [3, 1, 2],
      [4, 2, undefined],
      [5, 1, undefined],
    ])
    expect((await events()).at(-1)?.live.config).toMatchObject({ name: 'First' })
  })

  test('that changes nothing is no change', async () => {
    await draft()
    await publish(1)
    await publish(1)
    expect(await events()).toHaveLength(1)
  })

  test('made by many at once still counts one by one', async () => {
    await draft()
    await publish(1)
    await Promise.all(Array.from({ length: 20 }, () => draft()))
    expect((await events()).map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: 21 }, (_, index) => index + 2),
    )
  })
})

describe('a request', () => {
  test('with a faulty configuration is told which fields', async () => {
    const config = { ...aurora, locale: 'xx', theme: { ...aurora.theme, radius: 'huge' } }
    const { status, body } = await call('POST', 'aurora/configs', { config, createdBy: 'Sam' })
    expect({ status, type: body.type }).toEqual({ status: 400, type: 'reseller-service/invalid-request' })
    expect(body.fields.map((field: { path: string }) => field.path)).toEqual(['config.locale', 'config.theme.radius'])
  })

  test.each([
    ['GET', 'aurora/configs'],
    ['POST', 'aurora/configs'],
    ['POST', 'aurora/configs/1/publish'],
  ] as const)('for another reseller finds nothing: %s %s', async (method, path) => {
    await draft()
    const theirs = await call(method, path, {}, 'luna')
    expect(theirs).toEqual(await call(method, path.replace('aurora', 'nobody'), {}, 'luna'))
    expect(theirs).toMatchObject({ status: 404, body: { type: 'reseller-service/not-found' } })
  })

  test.each(['7', '0', '-1', 'latest', '99999999999'])(
    'to publish version %s, which is not there, finds nothing',
    async (version) => {
      await draft()
      expect((await call('POST', `aurora/configs/${version}/publish`)).status).toBe(404)
    },
  )

  test('without a key is refused', async () => {
    expect((await app.inject({ url: '/v1/resellers/aurora/configs' })).statusCode).toBe(401)
  })
})

test.each([
  ['broken text', { key: 'aurora', text: '{"id":' }, Buffer.from('{"id":')],
  ['bytes that are no text', { key: 'aurora', base64: '/w==' }, Buffer.from([0xff])],
  ['an event as it is', { key: 'aurora', event: { type: 'x' } }, Buffer.from('{"type":"x"}')],
  ['no value', { key: 'aurora' }, null],
])('a test can emit %s', async (_name, payload, value) => {
  sent.length = 0
  expect((await app.inject({ method: 'POST', url: '/dev/emit', payload })).statusCode).toBe(202)
  expect(sent).toMatchObject([{ topicMessages: [{ topic: 'reseller.config', messages: [{ key: 'aurora', value }] }] }])
})
