import { randomUUID } from 'node:crypto'
import { chromium, type Page } from '@playwright/test'
import { z } from 'zod'
import { startTestSystem } from '#dev/test/start-test-system.ts'
import { TestViewer } from '#realtime/test/viewer.ts'
import playwright from '../playwright.config.ts'
import { latencyRow } from './quantiles.ts'
import { storeShowToSell } from './show-to-sell.ts'

const SALES = 1_000
/**
 * A change within a quarter of a second after another of its show waits to be merged. What is measured here is a sale that
 * comes alone, as it does behind a form and a payment: so its hold is made this long before it.
 */
const QUIET_MS = 300
/** Viewers on the balancer while sales happen, spread by it over the three nodes. */
const VIEWERS = 300

/**
 * One sale after the other, each from core's confirmation (the message's `at`) to the sockets of 300 viewers behind the
 * balancer, and to the banner of a page in Chromium. One machine, one clock.
 */
export async function saleToScreen(): Promise<void> {
  await using started = await startTestSystem(new AbortController().signal)
  const { system } = started
  const showId = await storeShowToSell(system.core)
  await post(system.core, '/dev/switches', { paymentDelayMs: 0 })
  const viewers = await Promise.all(
    Array.from({ length: VIEWERS }, () => TestViewer.open(system.balancer, [`public.show.${showId}`])),
  )
  await using browser = await chromium.launch(playwright.use?.launchOptions)
  const page = await browser.newPage()
  const following = page.waitForResponse((response) => response.url().includes('/realtime/sse'))
  await page.goto(`${system.resellers.aurora}/shows/${showId}`)
  await following
  await sellAndWait(system.core, showId, viewers, page) // the first one warms everything up and is not counted

  const samples = { first: [] as number[], last: [] as number[], banner: [] as number[] }
  for (let sale = 0; sale < SALES; sale += 1) {
    const seen = await sellAndWait(system.core, showId, viewers, page)
    samples.first.push(Math.min(...seen.sockets) - seen.soldAtMs)
    samples.last.push(Math.max(...seen.sockets) - seen.soldAtMs)
    samples.banner.push(seen.bannerMs - seen.soldAtMs)
  }
  console.log(`Kafka: ${system.kafkaProvider}; ${VIEWERS} viewers over 3 nodes and one page, ${SALES} sales`)
  console.table({
    'sold → first socket': latencyRow(samples.first),
    'sold → last socket': latencyRow(samples.last),
    'sold → banner': latencyRow(samples.banner),
  })
  for (const viewer of viewers) viewer.close()
}

/** Sells one ticket and waits until everybody has been told. */
async function sellAndWait(core: string, showId: string, viewers: readonly TestViewer[], page: Page) {
  const holder = await hold(core, showId)
  await new Promise((wake) => setTimeout(wake, QUIET_MS))
  const banner = nextBanner(page)
  await pay(core, holder)
  const told = await Promise.all(
    viewers.map(async (viewer) => {
      const { data } = await viewer.until('ticket.sold')
      viewer.seen.length = 0 // hundreds of messages on 300 viewers would be searched through each time
      return { soldAtMs: Date.parse(data.at), atMs: Date.now() }
    }),
  )
  return { soldAtMs: told[0]?.soldAtMs ?? 0, sockets: told.map(({ atMs }) => atMs), bannerMs: await banner }
}

/** Somebody who has reserved a ticket. */
interface Holder {
  readonly holdId: string
  readonly customerRef: string
}

async function hold(core: string, showId: string): Promise<Holder> {
  const customerRef = `bench-${randomUUID()}`
  const items = [{ tierId: 'floor', quantity: 1 }]
  const { id } = z.object({ id: z.string() }).parse(await post(core, '/v1/holds', { showId, customerRef, items }))
  return { holdId: id, customerRef }
}

async function pay(core: string, { holdId, customerRef }: Holder): Promise<void> {
  await post(core, '/v1/orders', { holdId, customerRef, buyer: { name: 'Ben Chmark', email: 'ben@example.com' } })
}

async function post(core: string, path: string, body: object): Promise<unknown> {
  const headers = {
    ...{ authorization: 'Bearer demo-luna', 'content-type': 'application/json' },
    'idempotency-key': randomUUID(),
  }
  const response = await fetch(`${core}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return response.headers.get('content-type')?.includes('json') ? await response.json() : null
}

/** When the banner next says something else than now, by the browser's clock, which is this machine's. */
function nextBanner(page: Page): Promise<number> {
  return page.evaluate(() => {
    const text = () => document.querySelector('[data-testid=sold-banner] p')?.textContent ?? ''
    const before = text()
    return new Promise<number>((resolve) => {
      const observer = new MutationObserver(() => {
        if (text() === '' || text() === before) return
        observer.disconnect()
        resolve(Date.now())
      })
      observer.observe(document.body, { childList: true, subtree: true, characterData: true })
    })
  })
}
