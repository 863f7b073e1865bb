import { Registry } from 'prom-client'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Identity } from '#contracts/stream.ts'
import type { Connection } from '../hub/connection.ts'
import type { Hub } from '../hub/hub.ts'
import type { Wire } from '../hub/wire.ts'
import { admit, ifRoom } from './admit.ts'
import { changeStreams } from './change-streams.ts'
import { Connections } from './connections.ts'
import { createNodeMetrics } from './node-metrics.ts'
import { SHARE_TAKEN } from './persons.ts'

const person = (customerRef: string, sid = 's'): Identity => ({
  ...{ resellerId: 'aurora', customerRef, sid, roles: [], expiresAtMs: Date.now() + 600_000 },
})
const [ana, ben] = [person('customer-ana-000'), person('customer-ben-000')]
const wire: Wire = { bufferedBytes: 0, send() {}, sendOwn() {}, heartbeat() {}, close() {} }

let connections: Connections
beforeEach(() => {
  const hub = { join: async () => {}, leave() {} } as unknown as Hub
  const start = { epoch: 'e', ms: 0, seq: 0 }
  const membership = () => ({ id: 'n1', confirmed: start, now: () => start })
  const metrics = createNodeMetrics(new Registry())
  connections = new Connections({ hub, limit: 15, perPerson: 10, metrics, membership })
})
afterEach(() => connections[Symbol.dispose]())

/** Comes in as a request does, by whoever the cookie says. @returns the connection, or why there is none */
async function come(identity: Identity | null, reading: Promise<unknown> = Promise.resolve()) {
  const readIdentity = async () => {
    await reading
    return identity
  }
  const query = new URLSearchParams('streams=public.show.42')
  const admitted = ifRoom(connections, await admit({ connections, readIdentity }, {}, query))
  return 'problem' in admitted ? admitted : connections.open(admitted.identity, () => wire)
}
const many = (count: number, identity: Identity | null, reading?: Promise<unknown>) =>
  Promise.all(Array.from({ length: count }, () => come(identity, reading)))
const problems = (outcomes: Awaited<ReturnType<typeof many>>) =>
  outcomes.flatMap((one) => ('problem' in one ? one.problem : []))

describe('a person', () => {
  test('has ten connections here, in however many sessions, and is told to wait with one more', async () => {
    expect(problems(await many(9, ana))).toEqual([])
    expect(problems([await come({ ...ana, sid: 'phone' })])).toEqual([])
    const refused = await come({ ...ana, sid: 'tablet' })
    expect(refused).toMatchObject({ problem: 'realtime/too-often', detail: SHARE_TAKEN })
    const waitS = Number('headers' in refused && refused.headers?.['retry-after'])
    expect([waitS >= 10, waitS <= 20]).toEqual([true, true])
    expect(problems([await come(ben), await come(null)])).toEqual([])
  })

  test('has room again when one of them has ended', async () => {
    const [first] = await many(10, ana)
    ;(first as Connection).close('client', 0)
    expect(problems([await come(ana)])).toEqual([])
    expect(problems([await come(ana)])).toEqual(['realtime/too-often'])
  })

  test('has no more by coming many times at once, whose cookies are all read in one turn', async () => {
    expect(problems(await many(14, ana, new Promise((read) => setTimeout(read))))).toHaveLength(4)
    expect(connections.size).toBe(10)
  })

  test('has no more by coming as nobody and saying later who it is', async () => {
    const change = { subscribe: [], unsubscribe: [] }
    const [nobody, other] = (await many(2, null)) as Connection[]
    await many(9, ana)
    await changeStreams(connections, nobody as Connection, ana, change)
    expect(problems([await come(ana)])).toEqual(['realtime/too-often'])
    const own = { subscribe: ['private.order'], unsubscribe: [] }
    const refused = await changeStreams(connections, other as Connection, ana, own)
    expect(refused).toMatchObject({ problem: 'realtime/forbidden', detail: SHARE_TAKEN })
    const anybodys = await changeStreams(connections, other as Connection, ana, change)
    expect(anybodys, 'what anybody may').not.toMatchObject({ problem: 'realtime/forbidden' })
    expect((other as Connection).identity).toBeNull()
    // Whoever is known already may show fresh rights.
    const again = await changeStreams(connections, nobody as Connection, ana, change)
    expect(again).not.toMatchObject({ detail: SHARE_TAKEN })
  })
})

test('a node has no more viewers than it takes, though all come at once', async () => {
  const outcomes = await many(40, null, new Promise((read) => setTimeout(read)))
  expect(problems(outcomes)).toEqual(Array.from({ length: 25 }, () => 'realtime/full'))
  expect(connections.size).toBe(15)
})
