import { setTimeout as pause } from 'node:timers/promises'
import startServices from '#dev/test/global-services.ts'
import { createEmitter } from '#realtime/emitter.ts'
import { cell } from './cells.ts'
import { sseRequest } from './fan-out/contender.ts'
import { Crowd, type Report } from './fan-out/crowd.ts'
import { openWholeTier } from './herd/whole-tier.ts'
import { quantile } from './quantiles.ts'
import type { Measured } from './report/result.ts'
import { wanted } from './report/wanted.ts'
import { sizeOf } from './sizes.ts'

const PEOPLE = sizeOf('PEOPLE', 2_000)
const PER_SECOND = sizeOf('PER_SECOND', 200)
const SECONDS = sizeOf('SECONDS', 60)
const MESSAGES = PER_SECOND * SECONDS
/** A young heap holds garbage of the connects; a few collections later it does not. */
const SETTLE_MS = 3_000
const RESELLER = 'aurora'
/** As long as a token may live, and longer than a run: rights that end take their lines with them. */
const LIFE_S = 600

/** `npm run bench -- private-rate`: messages to one person each, from a service's call until they are read from the socket. */
export async function privateRate(): Promise<Measured> {
  const stopServices = await startServices()
  const report = await send()
  await stopServices?.()
  const tookMs = report.messages.filter(({ heard }) => heard > 0).map(({ last }) => last / 1_000)
  const p99 = quantile(tookMs, 0.99)
  const lost = report.messages.filter(({ heard }) => heard === 0).length
  // What came to more than one, or to one again or out of order.
  const doubled = report.doubled + report.messages.reduce((sum, { heard }) => sum + Math.max(0, heard - 1), 0)
  return {
    how: `${PEOPLE} signed-in people through a balancer on three nodes, on real Redis and Kafka; ${PER_SECOND} private messages a second for ${SECONDS} s, each to another person, from when it was due to be handed to the emitter until it is read from the socket.`,
    stoppedBy: 'two cores that also carry the people',
    tables: {
      main: {
        'private messages': {
          sent: MESSAGES,
          'p50 ms': cell(quantile(tookMs, 0.5)),
          'p95 ms': cell(quantile(tookMs, 0.95)),
          'p99 ms': cell(p99),
          'max ms': cell(quantile(tookMs, 1)),
          lost,
          'doubled or out of order': doubled,
        },
      },
    },
    wanted: [
      wanted(`p99 of ${PER_SECOND} private messages a second`, p99, 250, 'ms'),
      wanted('private messages lost', lost, 0),
      wanted('private messages doubled or out of order', doubled, 0),
    ],
  }
}

async function send(): Promise<Report> {
  await using whole = await openWholeTier()
  const { tier, balancer } = whole
  const people = Array.from({ length: PEOPLE }, (_, i) => `customer-${`${i}`.padStart(7, '0')}`)
  const cookies = await Promise.all(
    people.map((customerRef) => tier.cookie({ reseller: RESELLER, customerRef, lifeS: LIFE_S })),
  )
  const requests = cookies.map((cookie) => sseRequest('/realtime/sse?streams=private.inbox', `Cookie: ${cookie}\r\n`))
  const way = { request: requests, ready: 'event: ready' }
  using crowd = await Crowd.gather(way, Number(new URL(balancer.url).port), PEOPLE, MESSAGES)
  await pause(SETTLE_MS)
  const emitter = createEmitter(tier.producer, tier.topics.messages)
  const began = performance.now()
  const sent: Promise<void>[] = []
  for (let n = 0; n < MESSAGES; n += 1) {
    const dueMs = began + (n * 1_000) / PER_SECOND
    if (dueMs > performance.now()) await pause(dueMs - performance.now())
    const customerRef = people[n % PEOPLE] as string
    // The people look for a number and a time side by side, in microseconds.
    const fields = { n, t: Math.round((performance.timeOrigin + dueMs) * 1_000), ...NEWS, notificationId: `bench-${n}` }
    sent.push(emitter.toUser({ resellerId: RESELLER, customerRef }, 'inbox', 'inbox', fields))
  }
  await Promise.all(sent)
  await pause(SETTLE_MS)
  return await crowd.report()
}

const NEWS = { kind: 'order.confirmed', title: 'Your tickets are here', unread: 1 }
