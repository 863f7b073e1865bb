import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { awaitOutput } from '#dev/services/await-output.ts'
import { endChild, startChild } from '#dev/services/child.ts'
import { freePort } from '#dev/services/free-ports.ts'
import { emptyDatabase, testServices } from '#dev/test/services.ts'
import { sampleShow } from './testing/sample-show.ts'

const PATIENCE_MS = 30_000
/** Two starts of a real program, each on a machine that may be busy with a whole test run. */
const TEST_LIMIT_MS = 120_000

/** The real program on a port of its own. */
async function startCore(databaseUrl: string) {
  const port = await freePort()
  const env = {
    ...process.env,
    PORT: `${port}`,
    CORE_DATABASE_URL: databaseUrl,
    KAFKA_BROKERS: testServices.kafkaBrokers,
  }
  const child = startChild([process.execPath, 'dev/core/main.ts'], { env })
  await awaitOutput(child, /"msg":"ready"/, PATIENCE_MS)
  return {
    child,
    call: async (path: string, init: RequestInit = {}, headers: Record<string, string> = {}) => {
      const sent = { authorization: 'Bearer demo-aurora', 'content-type': 'application/json', ...headers }
      const response = await fetch(`http://127.0.0.1:${port}${path}`, { ...init, headers: sent })
      return response.json()
    },
    [Symbol.asyncDispose]: () => endChild(child, 'SIGTERM', PATIENCE_MS),
  }
}

test(
  'what was held and being paid when core was killed goes on when it is back',
  async () => {
    await using database = await emptyDatabase()
    const customerRef = `buyer-${randomUUID()}`
    const show = sampleShow({ id: `show-${randomUUID()}` })
    const body = (value: unknown) => JSON.stringify(value)
    const hold = { showId: show.id, customerRef, items: [{ tierId: 'floor', quantity: 2 }] }
    let orderId: string
    {
      await using core = await startCore(database.ownerUrl)
      await core.call(`/dev/shows/${show.id}`, { method: 'PUT', body: body(show) })
      const lost = await core.call('/v1/holds', { method: 'POST', body: body(hold) }, { 'idempotency-key': 'lost' })
      expect(lost.total.amount).toBe(7_000)
      const paid = await core.call('/v1/holds', { method: 'POST', body: body(hold) }, { 'idempotency-key': 'paid' })
      const wanted = { holdId: paid.id, customerRef, buyer: { name: 'Ada', email: 'ada@example.com' } }
      const order = await core.call(
        '/v1/orders',
        { method: 'POST', body: body(wanted) },
        { 'idempotency-key': 'order' },
      )
      orderId = order.id
      await endChild(core.child, 'SIGKILL', PATIENCE_MS)
    }
    await using core = await startCore(database.ownerUrl)
    await vi.waitFor(
      async () => expect((await core.call(`/v1/orders/${orderId}`)).status).toBe('confirmed'),
      PATIENCE_MS,
    )
    const { tiers, version } = await core.call(`/v1/shows/${show.id}/availability`)
    expect({ left: tiers[0].available, version }).toEqual({ left: 96, version: 3 })
  },
  TEST_LIMIT_MS,
)
