import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ClientMessage } from './client-message.ts'
import { Connection } from './connection.ts'
import { NOTHING_SHARED, type SharedState } from './tab-channel.ts'
import { type CookieJar, FakeTier, fetchWithCookies, socketWithCookies, TEST_TIMINGS } from './test/fake-tier.ts'
import type { Timings } from './timings.ts'

/*
 * A connection over WebSockets. What it does whatever carries it is in connection.it.test.ts.
 */

let tier: FakeTier
const connections: Connection[] = []
beforeEach(async () => {
  tier = await FakeTier.start()
})
afterEach(async () => {
  for (const connection of connections.splice(0)) connection.close()
  await tier[Symbol.asyncDispose]()
})

const STREAM = 'public.show.a'
const OTHER = 'public.show.other'

function connect(streams: string[], timings: Partial<Timings> = {}) {
  const jar: CookieJar = {}
  const said: unknown[] = []
  const open = socketWithCookies(jar)
  const seen = { state: NOTHING_SHARED as SharedState, messages: [] as ClientMessage[], cursor: null as string | null }
  const connection = new Connection({
    endpoint: tier.endpoint,
    sessionUrl: tier.sessionUrl,
    fetch: fetchWithCookies(jar),
    openSocket: (address) => {
      const socket = open(address)
      const send = socket.send.bind(socket)
      socket.send = (text) => {
        said.push(text)
        send(text)
      }
      return socket
    },
    random: () => 0.5,
    timings: { ...TEST_TIMINGS, ...timings },
    resume: null,
    onState: (state) => {
      seen.state = state
    },
    onMessage: (message, cursor) => {
      seen.messages.push(message)
      seen.cursor = cursor
    },
  })
  connections.push(connection)
  connection.follow(streams)
  const ready = (...expected: string[]) =>
    expect.poll(() => Object.keys(seen.state.ready).sort()).toEqual(expected.sort())
  return { connection, seen, said, ready }
}

const versions = (messages: ClientMessage[]) =>
  messages.flatMap((message) => ('data' in message && 'version' in message.data ? [message.data.version] : []))

test('follows what it is told to and hands on what is said', async () => {
  tier.versions[STREAM] = 3
  const { seen, ready } = connect([STREAM])
  await ready(STREAM)
  expect(seen.state.ready[STREAM]).toEqual({ version: 3, resumed: false })
  const id = tier.tell('a', 4)
  await expect.poll(() => versions(seen.messages)).toEqual([4])
  expect([seen.cursor, tier.upgrades]).toEqual([id, 1])
})

test('changes its streams on the open connection, with its cookie', async () => {
  const { connection, ready } = connect([STREAM])
  await ready(STREAM)
  connection.follow([STREAM, 'public.show.b', 'private.order'])
  await ready(STREAM, 'public.show.b', 'private.order')
  expect(tier.connects).toHaveLength(1)
  expect(tier.changes).toMatchObject([{ subscribe: ['public.show.b', 'private.order'], cookie: 'rt=1' }])
})

test.each(['end', 'reset'] as const)(
  'comes back after an %s of the line with its cursor, and misses nothing',
  async (how) => {
    const { seen, ready } = connect([STREAM])
    await ready(STREAM)
    tier.tell('a', 4)
    await expect.poll(() => versions(seen.messages)).toEqual([4])
    const cursor = seen.cursor
    tier.drop(how)
    tier.tell('a', 5, { lost: true })
    await expect.poll(() => versions(seen.messages)).toContain(5)
    await ready(STREAM)
    expect(tier.connects[1]?.lastEventId).toBe(cursor)
    expect([seen.state.ready[STREAM]?.resumed, tier.upgrades]).toEqual([true, 2])
  },
)

test('goes on over SSE where no WebSocket passes, with the same cursor, and tries again when that ends', async () => {
  const { seen, ready } = connect([STREAM])
  await ready(STREAM)
  tier.tell('a', 4)
  await expect.poll(() => versions(seen.messages)).toEqual([4])
  tier.refuseUpgrades = true
  tier.drop('reset')
  tier.tell('a', 5, { lost: true })
  await expect.poll(() => versions(seen.messages)).toContain(5)
  await ready(STREAM)
  expect(tier.connects.at(-1)?.lastEventId).toBe(tier.connects.at(-2)?.lastEventId)
  expect(tier.upgrades).toBe(tier.connects.length - 1)
  tier.refuseUpgrades = false
  tier.drop()
  await expect.poll(() => tier.upgrades).toBe(tier.connects.length - 1)
  await ready(STREAM)
})

test('learns from SSE what a refused upgrade does not tell: when to come back', async () => {
  tier.refuseUpgrades = true
  let refusedAtMs = 0
  tier.next((response) => {
    refusedAtMs = Date.now()
    response.writeHead(503, { 'retry-after': '1' }).end()
  })
  const { connection, seen, ready } = connect([STREAM])
  await expect.poll(() => seen.state.failures).toBe(2)
  tier.refuseUpgrades = false
  connection.hurry()
  await ready(STREAM)
  expect(Date.now() - refusedAtMs).toBeGreaterThan(900)
})

test.each([4001, 4003])('gets a fresh cookie before it comes back from a %i', async (code) => {
  const { ready } = connect([STREAM, 'private.order'])
  await ready(STREAM, 'private.order')
  tier.drop('end', code)
  await expect.poll(() => tier.connects).toHaveLength(2)
  await ready(STREAM, 'private.order')
  expect(tier.connects.map(({ cookie }) => cookie)).toEqual(['rt=1', 'rt=2'])
})

test('does not try again over a WebSocket what it was told never to', async () => {
  const { ready } = connect([STREAM])
  await ready(STREAM)
  tier.drop('end', 1009)
  await expect.poll(() => tier.connects).toHaveLength(2)
  await ready(STREAM)
  expect(tier.upgrades).toBe(1)
})

test('a quiet line is asked whether it lives, and kept while it answers', async () => {
  const { ready } = connect([STREAM], { silenceMs: 60 })
  await ready(STREAM)
  await expect.poll(() => tier.pings).toBeGreaterThanOrEqual(5)
  expect(tier.connects).toHaveLength(1)
})

test('a line that does not answer is replaced', async () => {
  const { ready } = connect([STREAM], { silenceMs: 60, headersMs: 500 })
  await ready(STREAM)
  tier.mute = true
  await expect.poll(() => tier.connects.length).toBeGreaterThan(1)
  tier.mute = false
  await ready(STREAM)
})

test('who wakes it every moment does not make it ask every moment', async () => {
  const { connection, said, ready } = connect([STREAM])
  await ready(STREAM)
  for (let n = 0; n < 100; n += 1) connection.hurry()
  expect(said).toEqual([])
})

test('a closed connection stays closed', async () => {
  const { connection, ready } = connect([STREAM])
  await ready(STREAM)
  connection.close()
  await expect.poll(() => tier.open).toEqual([])
  // Another one, whose line ends later, is back by the time that this one would be.
  const other = connect([OTHER])
  await other.ready(OTHER)
  tier.drop()
  await expect.poll(() => tier.connects).toHaveLength(3)
  expect(tier.connects.map(({ streams }) => streams)).toEqual([[STREAM], [OTHER], [OTHER]])
})

test('what cannot be read and what is unknown is passed over', async () => {
  const { seen, ready } = connect([STREAM])
  await ready(STREAM)
  tier.write('event: ticket.sold\ndata: {"stream":1}\n\nevent: confetti\ndata: {}\n\nevent: viewers\ndata: {\n\n')
  tier.tell('a', 2)
  await expect.poll(() => versions(seen.messages)).toEqual([2])
})
