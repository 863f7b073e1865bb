import { existsSync } from 'node:fs'
import { Redis } from 'ioredis'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { Problem } from '#contracts/problem.ts'
import { buildFonts } from '#dev/build/fonts/build-fonts.ts'
import { findShow, listShows } from '#lib/core/shows.ts'
import { type Answered, type Ask, ask } from './ask.fixture.ts'
import { BODIES, PARAMS } from './bodies.fixture.ts'
import { everyPublicRoute, everyRoute, type FoundRoute } from './every-route.fixture.ts'
import { FAULTS, type Fault, type FaultyWorld, heal, openFaultyWorld } from './faulty-world.fixture.ts'
import { SURFACES, type Surface, stateOf } from './surfaces.fixture.ts'

/** A promise of two seconds, with room for a busy machine: where nothing ends a wait it lasts for ever. */
const LIMIT_MS = 4_000

const ROUTES = [...everyRoute(), ...everyPublicRoute()]
const READ = ROUTES.filter(({ method }) => method === 'GET')
const DECLARED = ROUTES.filter(({ name }) => name in SURFACES)
/** Answered by a count sooner than by what it is about: one person asks too often here. */
const COUNTED = /^POST account\/(?:delete|email|password|reset|sign-up)$/
/** What changes something less central has no state of its own: it does as always, or says that it cannot. */
const OTHERS = ROUTES.filter(({ name }) => !(name in SURFACES || COUNTED.test(name)))

/** The others are asked only where most is gone. */
const FARTHEST: readonly Fault[] = ['both stores gone', 'core gone']

let world: FaultyWorld
/** What each answers while nothing fails. */
const well = new Map<string, number>()
beforeAll(async () => {
  if (!existsSync('public/fonts/inter.css')) await buildFonts(process.cwd())
  world = await openFaultyWorld()
  // Whoever draws the first card reads fonts, which takes longer than a busy machine gives it.
  const cards = ROUTES.filter(({ name }) => name.endsWith('card.png'))
  const draw = async () => {
    for (const { answer } of await inTurn(await ready(cards))) expect(answer.status).toBe(200)
  }
  await vi.waitFor(draw, { timeout: 30_000 })
  for (const { route, answer } of await inTurn(await ready(ROUTES))) well.set(route.name, answer.status)
}, 240_000)
afterAll(() => world[Symbol.asyncDispose]())

interface Ready {
  readonly route: FoundRoute
  readonly given: Ask
}

const ready = (routes: readonly FoundRoute[]): Promise<Ready[]> =>
  Promise.all(routes.map(async (route) => ({ route, given: await askOf(route) })))

/** A few at a time, as on any day: all at once, they would wait for each other's connections to PostgreSQL. */
async function inTurn(asked: readonly Ready[]): Promise<Result[]> {
  const results: Result[] = []
  for (let at = 0; at < asked.length; at += 4) results.push(...(await answersOf(asked.slice(at, at + 4))))
  return results
}

async function askOf({ name, method }: FoundRoute): Promise<Ask> {
  const surface = SURFACES[name]
  const cookie = { owner: world.owner, guest: world.guest.cookie }
  if (!surface) return { method, cookie: cookie.owner, params: PARAMS, body: BODIES[name] ?? undefined }
  const given = typeof surface.ask === 'function' ? await surface.ask(world) : (surface.ask ?? {})
  return { method, ...(surface.as && { cookie: cookie[surface.as] }), ...given }
}

interface Result {
  readonly route: FoundRoute
  readonly answer: Answered
  readonly tookMs: number
}

const answersOf = (asked: readonly Ready[]): Promise<Result[]> =>
  Promise.all(asked.map(({ route, given }) => answerOf(route, given)))

/** @throws for one that does not answer within the limit */
async function answerOf(route: FoundRoute, given: Ask, limitMs = LIMIT_MS): Promise<Result> {
  const startedAt = performance.now()
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${route.name} did not answer in ${limitMs} ms`)), limitMs)
  })
  const answer = await Promise.race([ask(route.route, given), late]).finally(() => clearTimeout(timer))
  return { route, answer, tookMs: performance.now() - startedAt }
}

/** What an answer does not keep of what its surface promises; null where it keeps all. */
function faultOf({ route, answer }: Result, fault: Fault): string | null {
  const { status, body, headers } = answer
  const honest = status === 503 && Problem.safeParse(body).success && headers.has('retry-after')
  const asAlways = status === well.get(route.name)
  const surface = SURFACES[route.name]
  if (!surface) return asAlways || honest ? null : `answers ${status}`
  const state = stateOf(surface, fault)
  return { A: asAlways, U: honest }[state] ? null : `is to be ${state} and answers ${status} ${body?.type ?? ''}`
}

const faultsOf = (results: readonly Result[], fault: Fault): string[] =>
  results.flatMap((result) => {
    const found = faultOf(result, fault)
    return found === null ? [] : [`${result.route.name} ${found}`]
  })

it('every route that is read has a declared state, and while nothing fails they all answer', () => {
  const read = ROUTES.filter(({ method }) => method === 'GET').map(({ name }) => name)
  expect(read.filter((name) => !(name in SURFACES))).toEqual([])
  expect(Object.keys(SURFACES).filter((name) => !ROUTES.some((route) => route.name === name))).toEqual([])
  // A picture that nobody uploaded is looked for all the same.
  const good = ([name, status]: [string, number]) =>
    !(name in SURFACES) || status < 400 || name.startsWith('GET media/pictures')
  expect([...well].filter((entry) => !good(entry))).toEqual([])
})

it('no route knows the registry: the only Redis that a storefront is told of is the one of sessions', () => {
  const told = Object.entries(world.storefront.environment).filter(([, value]) => `${value}`.startsWith('redis:'))
  expect(told.map(([name]) => name)).toEqual(['sessionsRedisUrl'])
})

describe.each(Object.keys(FAULTS) as Fault[])('%s:', (fault) => {
  afterEach(wellAgain)

  it('each route is in its declared state, in time, and well again by itself', async () => {
    const asked = await ready(FARTHEST.includes(fault) ? [...DECLARED, ...OTHERS] : DECLARED)
    const isLost = ({ route }: Ready) =>
      route.name in SURFACES && stateOf(SURFACES[route.name] as Surface, fault) === 'U'
    await knowOwner()
    await FAULTS[fault].fail(world)
    // What hangs is asked at once, so that none is answered by a breaker that another has opened.
    const lost = answersOf(asked.filter(isLost))
    const results = [...(await inTurn(asked.filter((one) => !isLost(one)))), ...(await lost)]
    expect(faultsOf(results, fault)).toEqual([])
  })
})

describe('pages of a show', () => {
  afterEach(wellAgain)

  it.each(['core gone', 'core hanging'] as const)(
    'say from when they are while it is %s; one never seen cannot be made',
    async (fault) => {
      const { aurora } = world.shop
      const pages = () =>
        Promise.all([findShow(aurora, 'night-train', world.storefront), listShows(aurora, {}, world.storefront)])
      await expect.poll(async () => (await pages()).map((page) => page?.staleSince)).toEqual([null, null])
      await FAULTS[fault].fail(world)
      expect((await pages()).map((page) => page?.staleSince)).toEqual([expect.any(String), expect.any(String)])
      await expect(findShow(aurora, 'never-seen', world.storefront)).rejects.toThrow()
    },
  )

  it.each(['sessions gone', 'PostgreSQL gone', 'both stores gone'] as const)(
    'are as always while it is %s',
    async (fault) => {
      await FAULTS[fault].fail(world)
      expect(await findShow(world.shop.aurora, 'night-train', world.storefront)).toMatchObject({
        title: 'Night Train',
        staleSince: null,
      })
    },
  )
})

describe('the table is seen to break', () => {
  const route = (name: string) => ROUTES.find((one) => one.name === name) as FoundRoute
  afterEach(wellAgain)

  it('where whoever cannot be looked up is let in', async () => {
    const { auths } = world.storefront
    const user = { id: 'a', customerRef: 'x'.repeat(24), email: 'a@b.example', emailVerified: true, name: 'Ada' }
    const believing = { getSession: async () => ({ user, session: { id: 's' }, headers: new Headers() }) }
    const asked = () => answerOf(route('GET account/session'), { cookie: world.owner })
    await knowOwner()
    await world.storefront.sessionsRedis.set('accounts:aurora:staff:a', 'owner')
    Object.assign(world.storefront, { auths: { for: () => ({ api: believing }) } })
    try {
      await FAULTS['PostgreSQL gone'].fail(world)
      expect(faultsOf([await asked()], 'both stores gone')).toEqual(['GET account/session is to be U and answers 200 '])
    } finally {
      Object.assign(world.storefront, { auths })
    }
  })

  it('where nothing ends a wait for Redis', async () => {
    const { sessionsRedis } = world.storefront
    const patient = new Redis(`redis://127.0.0.1:${world.redis.port}`)
    Object.assign(world.storefront, { sessionsRedis: patient })
    try {
      await patient.ping()
      await FAULTS['sessions frozen'].fail(world)
      const waiting = answerOf(route('GET account/session'), { cookie: world.owner }, 1_500)
      await expect(waiting).rejects.toThrow('did not answer')
    } finally {
      Object.assign(world.storefront, { sessionsRedis })
      patient.disconnect()
    }
  })
})

/** Within ten seconds, without a person. */
async function wellAgain(): Promise<void> {
  await heal(world)
  await vi.waitFor(() => world.storefront.sessionsRedis.ping(), { timeout: 10_000 })
  await expect.poll(async () => illOf(await inTurn(await ready(READ))), { timeout: 10_000 }).toEqual([])
}

/** Has the owner's session and role in Redis anew, where a role lives for five seconds only. Whatever was counted is not. */
async function knowOwner(): Promise<void> {
  await world.storefront.sessionsRedis.flushdb()
  await inTurn(await ready(ROUTES.filter(({ name }) => name === 'GET account/session')))
}

const illOf = (results: readonly Result[]) =>
  results.filter(({ route, answer }) => answer.status !== well.get(route.name)).map(({ route }) => route.name)
