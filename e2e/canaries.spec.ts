import { setTimeout as pause } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { RESELLERS } from '#dev/demo/resellers/all.ts'
import { type DemoReseller, demoResellers } from '#dev/system/addresses.ts'
import { readSystem } from '#dev/test/system.ts'
import { Caller } from './fixtures/caller.ts'
import { type Aviary, type Canary, heard, type RawAnswer, settle, strays } from './fixtures/canaries.ts'
import { Core } from './fixtures/core.ts'
import { KeptConnections } from './fixtures/kept-connections.ts'
import { expect, test } from './fixtures/test.ts'

/** In every run each question once, some hundred; the promise's own number takes half an hour: `CANARY_REQUESTS=100000`. */
const REQUESTS = Number(process.env.CANARY_REQUESTS ?? 0)
/** A shop that is busy says so, and is asked again. */
const BUSY: readonly number[] = [503, 429]
const BUSY_PAUSE_MS = 500
const BUSY_TRIES = 40
const AT_ONCE = 16
/** Above some hundred, one address would soon have asked more than its share. */
const CLIENTS = REQUESTS > 2_000 ? 16 : 1

interface Question {
  readonly at: DemoReseller
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  /** Whether its shop must answer with what was asked for. */
  readonly home?: boolean
}

test('no word of one shop is heard at another, in answers to all of them at once', { tag: '@system' }, async () => {
  test.setTimeout(180_000 + REQUESTS * 60)
  const system = readSystem()
  const core = new Core(system.core)
  const aviaries = await Promise.all(
    demoResellers.map((shop) => settle(core, shop, new Caller(system.resellers[shop]))),
  )
  const canaries = aviaries.flatMap((aviary) => aviary.canaries)
  const { port } = new URL(system.resellers.aurora)
  using connections = new KeptConnections(Number(port), CLIENTS)
  const seed = Date.now() % 1_000_000
  const all = aviaries.flatMap((aviary) => questionsTo(aviary, aviaries, port))
  const questions = shuffledForever(all, seed)

  const atHome = new Set<Canary>()
  const found: string[] = []
  const statuses: Record<number, number> = {}
  const failed: string[] = []
  const requests = Math.max(REQUESTS, all.length)
  let left = requests
  const begun = performance.now()
  const asker = async () => {
    while (left-- > 0) {
      const { at, path, headers, home } = questions.next().value
      const asked = `${path} ${JSON.stringify(headers)}`
      const ask = async () => {
        const answer = await connections.get(path, headers)
        statuses[answer.status] = (statuses[answer.status] ?? 0) + 1
        for (const canary of strays(at, answer, canaries, asked))
          found.push(`${canary.shop}’s ${canary.what} “${canary.word}” at ${at}: ${asked}`)
        return answer
      }
      let answer = await ask()
      for (let tries = 0; home && BUSY.includes(answer.status) && tries < BUSY_TRIES; tries += 1) {
        await pause(BUSY_PAUSE_MS)
        answer = await ask()
      }
      if (home && answer.status !== 200) failed.push(`${answer.status}: ${asked}`)
      else if (home) for (const canary of heard(answer, canariesOf(at, canaries))) atHome.add(canary)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, asker))
  const seconds = ((performance.now() - begun) / 1_000).toFixed(1)
  console.log(
    `  canaries: ${requests} answers to ${all.length} questions in ${seconds} s, seed ${seed}: ${JSON.stringify(statuses)}`,
  )

  expect(found).toEqual([])
  expect(failed, 'what is there, is there').toEqual([])
  // Found at home by the same look: what is said otherwise than it was looked for would be found nowhere.
  const unheard = canaries.filter((canary) => !atHome.has(canary))
  expect(unheard).toEqual([])
})

test('a canary that strays is found: in a body, packed or not, and in a header', { tag: '@system' }, () => {
  const canary: Canary = { shop: 'luna', what: 'title', word: 'title-canary-0123456789' }
  const answer = (body: Buffer, headers: RawAnswer['headers'] = {}): RawAnswer => ({ status: 200, headers, body })
  const page = Buffer.from(`<p>${'x'.repeat(10_000)}${canary.word}</p>`)
  const singing = [
    answer(page),
    answer(gzipSync(page), { 'content-encoding': 'gzip' }),
    answer(Buffer.alloc(0), { location: `/shows?q=${canary.word}` }),
    answer(Buffer.alloc(0), { 'set-cookie': ['a=1', `b=${canary.word}`] }),
  ]
  for (const one of singing) {
    expect(strays('aurora', one, [canary], '/ {}')).toEqual([canary])
    expect(strays('luna', one, [canary], '/ {}'), 'at home').toEqual([])
    expect(strays('aurora', one, [canary], `/shows?q=${canary.word} {}`), 'said back').toEqual([])
  }
  expect(strays('aurora', answer(Buffer.from('nothing')), [canary], '/ {}')).toEqual([])
})

const canariesOf = (shop: DemoReseller, canaries: readonly Canary[]): Canary[] =>
  canaries.filter((canary) => canary.shop === shop)

/** What is asked of one shop: by anybody, by its customer, for what is another's, and with other words for a host. */
function questionsTo(own: Aviary, all: readonly Aviary[], port: string): Question[] {
  const { shop: at, showId } = own
  const host = `${at}.localhost:${port}`
  const languages = (RESELLERS[at].locales ?? []).slice(1).map((locale) => `/${locale.slice(0, 2)}`)
  const cookie = cookieOf(own)
  const others = all.filter(({ shop }) => shop !== at)
  const pages = [
    '/',
    '/shows',
    `/shows/${showId}`,
    ...languages,
    ...languages.map((prefix) => `${prefix}/shows/${showId}`),
  ]
  const open = [
    ...pages,
    ...[
      '/account/sign-in',
      '/robots.txt',
      // A map is remembered for minutes, and isolation.spec.ts looks for a show of its own in it.
      ...(process.env.CANARY_REQUESTS ? ['/sitemap.xml'] : []),
      '/legal/imprint',
      '/api/account/session',
      '/api/announcements',
    ],
    ...[`/media/artworks/${own.artwork}?w=960`, `/api/shows/${showId}/availability`, `/shows?q=${showId}`],
  ]
  const personal = [
    ...['/', '/account', '/orders', '/inbox', '/api/inbox', '/api/account/session', '/api/account/export'],
    ...[`/shows/${showId}`, `/checkout/${own.holdId}`, `/api/holds/${own.holdId}`],
    ...[`/orders/${own.orderId}`, `/api/orders/${own.orderId}`, `/api/orders/${own.orderId}/show.ics`],
  ]
  const anothers = others.flatMap((other) => [
    ...[`/shows/${other.showId}`, `/api/shows/${other.showId}/availability`, `/orders/${other.orderId}`],
    ...[`/api/orders/${other.orderId}`, `/checkout/${other.holdId}`, `/api/holds/${other.holdId}`],
  ])
  const forged = others.flatMap(({ shop }) => {
    const theirs = `${shop}.localhost:${port}`
    return [
      { host, 'x-forwarded-host': theirs, forwarded: `host=${theirs}` },
      { host, 'x-original-url': `/sites/${shop}.localhost/`, 'x-reseller': shop, 'x-site-host': `${shop}.localhost` },
    ]
  })
  const hosts = [host.toUpperCase(), `${at}.localhost.:${port}`, `${at}.localhost`]
  const odd = [...hosts.map((name) => ({ host: name })), ...forged]
  const stolen = others.map((other) => ({ host, cookie: cookieOf(other) }))
  return [
    ...open.map((path) => ({ at, path, headers: { host }, home: true })),
    ...pages.map((path) => ({ at, path, headers: { host, 'accept-encoding': 'gzip' }, home: true })),
    ...pages.map((path) => ({ at, path, headers: { host, 'accept-encoding': 'br, gzip' }, home: true })),
    ...personal.map((path) => ({ at, path, headers: { host, cookie }, home: true })),
    ...['/nowhere', '/favicon.ico', '/card.png'].map((path) => ({ at, path, headers: { host } })),
    ...anothers.flatMap((path) => [{ host }, { host, cookie }].map((headers) => ({ at, path, headers }))),
    ...['/', '/shows'].flatMap((path) => odd.map((headers) => ({ at, path, headers }))),
    ...['/', '/orders', '/api/account/session'].flatMap((path) => stolen.map((headers) => ({ at, path, headers }))),
  ]
}

const cookieOf = ({ person }: Aviary): string =>
  Object.entries(person.cookies)
    .map((pair) => pair.join('='))
    .join('; ')

/** All of them in one order, then in another, on and on. Numbers of a seed: a linear congruence is random enough for an order. */
function* shuffledForever<Item>(items: readonly Item[], seed: number): Generator<Item, never> {
  let state = seed
  const below = (limit: number) => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
    return Math.floor((state / 2 ** 32) * limit)
  }
  for (;;) {
    const left = [...items]
    while (left.length > 0) yield left.splice(below(left.length), 1)[0] as Item
  }
}
