import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ClientMessage } from './client-message.ts'
import { Connection } from './connection.ts'
import { NOTHING_SHARED, type ResumePoint, type SharedState } from './tab-channel.ts'
import { FakeTier, fetchWithCookies, TEST_TIMINGS } from './test/fake-tier.ts'
import type { Timings } from './timings.ts'

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

function connect(
  streams: string[],
  { resume = null, ...timings }: Partial<Timings> & { resume?: ResumePoint | null } = {},
) {
  const seen = {
    state: NOTHING_SHARED as SharedState,
    messages: [] as ClientMessage[],
    cursor: null as string | null,
    mostFailures: 0,
  }
  const connection = new Connection({
    endpoint: tier.endpoint,
    sessionUrl: tier.sessionUrl,
    fetch: fetchWithCookies(),
    random: () => 0.5,
    timings: { ...TEST_TIMINGS, ...timings },
    resume,
    onState: (state) => {
      seen.state = state
      seen.mostFailures = Math.max(seen.mostFailures, state.failures)
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
  return { connection, seen, ready }
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
  expect(seen.cursor).toBe(id)
})

test('opens nothing while nothing is followed, and closes when nothing is any more', async () => {
  const { connection, ready } = connect([])
  connection.follow([STREAM])
  await ready(STREAM)
  expect(tier.connects.map(({ streams }) => streams)).toEqual([[STREAM]])
  connection.follow([])
  await expect.poll(() => tier.open).toEqual([])
  connection.follow([STREAM])
  await ready(STREAM)
})

test('changes its streams on the open connection', async () => {
  const { connection, ready } = connect([STREAM])
  await ready(STREAM)
  connection.follow([STREAM, 'public.show.b', 'public.show.c'])
  await ready(STREAM, 'public.show.b', 'public.show.c')
  connection.follow([STREAM, 'public.show.b'])
  await ready(STREAM, 'public.show.b')
  expect(tier.connects).toHaveLength(1)
  expect(tier.changes).toMatchObject([
    { subscribe: ['public.show.b', 'public.show.c'], unsubscribe: [] },
    { subscribe: [], unsubscribe: ['public.show.c'] },
  ])
})

test('a stream left and wanted again within a page change costs nothing', async () => {
  const { connection, ready } = connect([STREAM, 'public.show.b'])
  await ready(STREAM, 'public.show.b')
  connection.follow([STREAM])
  connection.follow([STREAM, 'public.show.b'])
  // What is left after it is left for good, and was to linger for as long.
  connection.follow([STREAM, 'public.show.b', OTHER])
  await ready(STREAM, 'public.show.b', OTHER)
  connection.follow([STREAM, 'public.show.b'])
  await ready(STREAM, 'public.show.b')
  expect(tier.changes).toMatchObject([
    { subscribe: [OTHER], unsubscribe: [] },
    { subscribe: [], unsubscribe: [OTHER] },
  ])
})

test('streams wanted while it is opening are added as soon as it is open', async () => {
  const { connection, ready } = connect([STREAM])
  connection.follow([STREAM, 'public.show.b'])
  await ready(STREAM, 'public.show.b')
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
    expect(seen.state.ready[STREAM]?.resumed).toBe(true)
  },
)

test('who heard nothing resumes from ready', async () => {
  const { ready } = connect([STREAM])
  await ready(STREAM)
  tier.drop()
  await expect.poll(() => tier.connects).toHaveLength(2)
  expect(tier.connects[1]?.lastEventId).toMatch(/^epoch00000-/)
})

test('goes on from where another leader was', async () => {
  const id = tier.tell('a', 4)
  tier.tell('a', 5)
  const { seen, ready } = connect([STREAM], { resume: { cursor: id, streams: [STREAM] } })
  await ready(STREAM)
  expect(versions(seen.messages)).toContain(5)
  expect(seen.state.ready[STREAM]?.resumed).toBe(true)
})

test('counts refusals and comes back by itself', async () => {
  const refuse = (response: { writeHead(status: number): { end(): void } }) => response.writeHead(500).end()
  tier.next(refuse, refuse, refuse)
  const { seen, ready } = connect([STREAM], { backoffBaseMs: 20, backoffCapMs: 100 })
  await expect.poll(() => seen.state.failures).toBe(3)
  await ready(STREAM)
  expect(seen.state.failures).toBe(0)
})

test('a connection that dies young counts as a failure, however often it was ready', async () => {
  const { seen, ready } = connect([STREAM], { stableMs: 60_000 })
  for (let times = 1; times <= 3; times += 1) {
    await ready(STREAM)
    tier.drop()
    await expect.poll(() => seen.mostFailures).toBe(times)
  }
})

test.each([429, 503])(
  'is not back before the Retry-After of a %i, however often the user looks at the page',
  async (status) => {
    let refusedAtMs = 0
    tier.next((response) => {
      refusedAtMs = Date.now()
      response.writeHead(status, { 'retry-after': '1' }).end()
    })
    const { connection, seen, ready } = connect([STREAM])
    await expect.poll(() => seen.state.failures).toBe(1)
    connection.hurry()
    await expect.poll(() => tier.connects).toHaveLength(2)
    expect(Date.now() - refusedAtMs).toBeGreaterThan(900)
    await ready(STREAM)
  },
)

test('a 204 is taken for "not for a long time"', async () => {
  let refusedAtMs = 0
  tier.next((response) => {
    refusedAtMs = Date.now()
    response.writeHead(204).end()
  })
  const { seen } = connect([STREAM], { unwantedMs: 400 })
  await expect.poll(() => seen.state.failures).toBe(1)
  await expect.poll(() => tier.connects).toHaveLength(2)
  expect(Date.now() - refusedAtMs).toBeGreaterThan(350)
})

test('someone who looks at the page does not wait for the backoff', async () => {
  tier.next((response) => response.writeHead(500).end())
  const { connection, seen, ready } = connect([STREAM], { backoffBaseMs: 600_000, backoffCapMs: 600_000 })
  await expect.poll(() => seen.state.failures).toBe(1)
  connection.hurry()
  await ready(STREAM)
})

test('a half-open line is replaced', async () => {
  const { ready } = connect([STREAM], { silenceMs: 200 })
  await ready(STREAM)
  await expect.poll(() => tier.connects.length).toBeGreaterThan(1)
})

test('a tier that accepts but cannot say ready stays open and is not taken for live', async () => {
  tier.next((response, asked) => tier.serve(response, asked, { ready: false }))
  const { seen } = connect([STREAM])
  await expect.poll(() => tier.open).toHaveLength(1)
  tier.write(': still here\n\n')
  expect(seen.state.ready).toEqual({})
})

test('a connection that the tier has forgotten is opened anew', async () => {
  const { connection, ready } = connect([STREAM])
  await ready(STREAM)
  tier.refuseChanges = 404
  connection.follow([STREAM, 'public.show.b'])
  await ready(STREAM, 'public.show.b')
  expect(tier.connects).toHaveLength(2)
})

test('streams that the tier refuses do not cost the others their connection', async () => {
  const { connection, seen, ready } = connect([STREAM])
  await ready(STREAM)
  tier.refuseChanges = 403
  connection.follow([STREAM, 'staff.config'])
  await expect.poll(() => tier.changes).toHaveLength(1)
  tier.tell('a', 9)
  await expect.poll(() => versions(seen.messages)).toEqual([9])
  expect(tier.connects).toHaveLength(1)
})

test.each([429, 503])('a change that is put off with a %i waits as told, on the line that is open', async (status) => {
  const { connection, seen, ready } = connect([STREAM])
  await ready(STREAM)
  tier.nextChange((response) => response.writeHead(status, { 'retry-after': '1' }).end())
  connection.follow([STREAM, OTHER])
  await expect.poll(() => tier.changes).toHaveLength(1)
  // Whoever goes on to another page meanwhile, and looks at it, does not hurry it.
  connection.follow([STREAM, OTHER, 'public.show.b'], [STREAM])
  connection.hurry()
  tier.tell('a', 4)
  await ready(STREAM, OTHER, 'public.show.b')
  const [first, second] = tier.changes.map(({ atMs }) => atMs)
  expect(Number(second) - Number(first)).toBeGreaterThan(950)
  expect([tier.connects.length, versions(seen.messages)]).toEqual([1, [4]])
  await expect.poll(() => tier.visible).toEqual([[STREAM]])
})

test('a change that is put off without a time is asked for again until it is done', async () => {
  const { connection, ready } = connect([STREAM])
  await ready(STREAM)
  const later = (response: { writeHead(status: number): { end(): void } }) => response.writeHead(503).end()
  tier.nextChange(later, later, later)
  connection.follow([STREAM, OTHER])
  await ready(STREAM, OTHER)
  expect([tier.changes.length, tier.connects.length]).toEqual([4, 1])
})

test('who is put off says later what is visible, on the line that is open', async () => {
  const { connection, ready } = connect([STREAM])
  await ready(STREAM)
  tier.nextChange((response) => response.writeHead(429).end())
  connection.follow([STREAM], [STREAM])
  await expect.poll(() => tier.visible).toEqual([[STREAM]])
  expect([tier.changes.length, tier.connects.length]).toEqual([2, 1])
})

test('a fresh cookie that is put off is shown again', async () => {
  tier.session = { lifeMs: 6_000 }
  const { ready } = connect([STREAM, 'private.order'])
  await ready(STREAM, 'private.order')
  tier.session = { lifeMs: 600_000 } // however long this takes, the next one is not renewed again
  tier.nextChange((response) => response.writeHead(503).end())
  const shown = { subscribe: ['private.order'], cookie: 'rt=2' }
  await expect.poll(() => tier.changes).toMatchObject([shown, shown])
  expect(tier.connects).toHaveLength(1)
})

test('who follows nothing any more does not wait before the line is closed', async () => {
  const { connection, ready } = connect([STREAM])
  await ready(STREAM)
  tier.nextChange((response) => response.writeHead(429, { 'retry-after': '300' }).end())
  connection.follow([STREAM, OTHER])
  await expect.poll(() => tier.changes).toHaveLength(1)
  connection.follow([])
  await expect.poll(() => tier.open).toEqual([])
})

test.each([401, 403])(
  'a private stream that is refused with a %i leaves a show that was asked for with it',
  async (status) => {
    const { connection, ready } = connect([STREAM])
    await ready(STREAM)
    tier.refusedStreams['private.inbox'] = status
    connection.follow([STREAM, 'private.inbox', OTHER])
    await ready(STREAM, OTHER)
    expect(tier.changes.at(-1)).toMatchObject({ subscribe: [OTHER], unsubscribe: [] })
    expect(tier.connects).toHaveLength(1)
  },
)

test('rights that are gone while their stream is left do not cost the next page its show', async () => {
  const { connection, ready } = connect(['staff.config'])
  await ready('staff.config')
  tier.refusedStreams['staff.config'] = 403
  connection.follow([STREAM])
  await ready('staff.config', STREAM)
  expect(tier.changes.map(({ subscribe, unsubscribe }) => [subscribe, unsubscribe])).toEqual([
    [[STREAM], ['staff.config']],
    [[STREAM], []],
  ])
})

test('asks for an identity before private streams, and never for public ones', async () => {
  const { connection, ready } = connect([STREAM])
  await ready(STREAM)
  expect(tier.sessions).toBe(0)
  connection.follow([STREAM, 'private.order'])
  await ready(STREAM, 'private.order')
  expect(tier.sessions).toBe(1)
  expect(tier.changes[0]?.cookie).toBe('rt=1')
})

test('a shop without sessions still brings public streams, and private ones once it can', async () => {
  tier.session = { status: 503 }
  const { ready } = connect([STREAM, 'private.order'])
  await ready(STREAM)
  tier.session = { lifeMs: 600_000 }
  await ready(STREAM, 'private.order')
  expect(tier.connects).toHaveLength(1)
})

test('renews its identity at half of its life and extends the open connection with it', async () => {
  tier.session = { lifeMs: 6_000 }
  const { ready } = connect([STREAM, 'private.order'])
  await ready(STREAM, 'private.order')
  await expect.poll(() => tier.changes).toMatchObject([{ subscribe: ['private.order'], cookie: 'rt=2' }])
  expect(tier.connects).toHaveLength(1)
})

test('a refused cookie is replaced; when that does not help, public streams go without it', async () => {
  const refuse = (response: { writeHead(status: number): { end(): void } }) => response.writeHead(401).end()
  tier.next(refuse)
  const first = connect([STREAM, 'private.order'])
  await first.ready(STREAM, 'private.order')
  expect(tier.sessions).toBe(2)
  first.connection.close()

  tier.strict = false
  tier.refuseChanges = 401
  tier.always((response, asked) => {
    if (asked.streams.includes('private.order')) response.writeHead(401).end()
    else tier.serve(response, asked)
  })
  const second = connect([STREAM, 'private.order'])
  await second.ready(STREAM)
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

test('what is visible is said at once, when connecting and later, whatever lingers', async () => {
  const { connection, ready } = connect([STREAM, 'public.show.b'], { lingerMs: 60_000 })
  connection.follow([STREAM, 'public.show.b'], [STREAM])
  await ready(STREAM, 'public.show.b')
  expect(tier.connects[0]?.visible).toEqual([STREAM])
  connection.follow(['public.show.b'], ['public.show.b'])
  await expect.poll(() => tier.visible).toEqual([['public.show.b']])
  expect(tier.open).toEqual([[STREAM, 'public.show.b']])
  connection.follow(['public.show.b', 'public.show.c'], ['public.show.c'])
  await expect.poll(() => tier.visible).toEqual([['public.show.c']])
  expect(tier.changes).toHaveLength(2)
})

test('what is visible is not said again when nothing changed', async () => {
  const { connection, ready } = connect([STREAM])
  await ready(STREAM)
  connection.follow([STREAM], [STREAM])
  await expect.poll(() => tier.visible).toEqual([[STREAM]])
  connection.follow([STREAM], [])
  connection.follow([STREAM], [STREAM])
  connection.follow([STREAM, 'public.show.b'], [STREAM])
  await ready(STREAM, 'public.show.b')
  expect(tier.changes.map(({ visible }) => visible)).toEqual([[STREAM], [STREAM]])
})

test('what is visible and not followed is not said', async () => {
  const { connection, ready } = connect([STREAM])
  connection.follow([STREAM], ['public.show.b'])
  await ready(STREAM)
  connection.follow([STREAM, 'public.show.c'], ['public.show.b'])
  await ready(STREAM, 'public.show.c')
  expect([tier.connects[0]?.visible, tier.visible]).toEqual([[], [[]]])
})
