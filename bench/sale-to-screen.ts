import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { chromium, type Page } from '@playwright/test'
import { z } from 'zod'
import { startTestSystem } from '#dev/test/start-test-system.ts'
import playwright from '../playwright.config.ts'
import { latencyRow } from './quantiles.ts'
import { SaleViewer, type Told } from './sale-viewer.ts'
import { storeShowToSell } from './show-to-sell.ts'

/** Of each kind of evening. One takes about half a second. */
const SALES = Number(process.env.SALES ?? 200)
/** Viewers on the balancer while sales happen, spread by it over the three nodes. */
const VIEWERS = Number(process.env.VIEWERS ?? 1_000)
/** Handshakes under way at once: below the kernel's queue, so that none is retried. */
const AT_ONCE = 100
/**
 * A sale within a quarter of a second after another of its show waits to be merged. What is measured here is one that
 * comes alone, so the next buyer begins this long after everybody was told of the last one.
 */
const QUIET_MS = 300
/** On a busy evening others reserve tickets this often. */
const HOLD_EVERY_MS = 50

/**
 * One sale after the other, each from core's confirmation (the message's `at`) to the sockets of all viewers behind the
 * balancer, and to the banner of a page in Chromium: of a show that nobody else wants, and of one of which twenty tickets
 * a second are reserved meanwhile. One machine, one clock. `VIEWERS` and `SALES` are read from the environment.
 */
export async function saleToScreen(): Promise<void> {
  await using started = await startTestSystem(new AbortController().signal)
  const { system } = started
  await post(system.core, '/dev/switches', { paymentDelayMs: 0 })
  await using browser = await chromium.launch(playwright.use?.launchOptions)
  const tables: Record<string, object> = {}
  for (const evening of ['quiet', 'busy']) {
    const showId = await storeShowToSell(system.core)
    const viewers = await gather(system.balancer, showId)
    const page = await browser.newPage()
    const following = page.waitForResponse((response) => response.url().includes('/realtime/sse'))
    await page.goto(`${system.resellers.aurora}/shows/${showId}`)
    await following
    await sellAndWait(system.core, showId, viewers, page) // the first one warms everything up and is not counted
    await using _others = evening === 'busy' ? reserveOnAndOn(system.core, showId) : null
    tables[evening] = await measure(system.core, showId, viewers, page)
    await page.close()
    for (const viewer of viewers) viewer[Symbol.dispose]()
  }
  console.log(`Kafka: ${system.kafkaProvider}; ${VIEWERS} viewers over 3 nodes and one page, ${SALES} sales an evening`)
  for (const [evening, table] of Object.entries(tables)) {
    console.log(`a ${evening} show`)
    console.table(table)
  }
}

async function gather(balancer: string, showId: string): Promise<SaleViewer[]> {
  const viewers: SaleViewer[] = []
  while (viewers.length < VIEWERS) {
    const some = Array.from({ length: Math.min(AT_ONCE, VIEWERS - viewers.length) }, () =>
      SaleViewer.open(balancer, showId),
    )
    viewers.push(...(await Promise.all(some)))
  }
  return viewers
}

async function measure(core: string, showId: string, viewers: readonly SaleViewer[], page: Page): Promise<object> {
  const samples = { all: [] as number[], first: [] as number[], last: [] as number[], banner: [] as number[] }
  for (let sale = 0; sale < SALES; sale += 1) {
    const { told, bannerMs } = await sellAndWait(core, showId, viewers, page)
    const took = told.map(({ readAtMs, soldAtMs }) => readAtMs - soldAtMs)
    for (const tookMs of took) samples.all.push(tookMs)
    samples.first.push(Math.min(...took))
    samples.last.push(Math.max(...took))
    samples.banner.push(bannerMs - (told[0]?.soldAtMs ?? 0))
  }
  return {
    'sold → socket': latencyRow(samples.all),
    'sold → first socket': latencyRow(samples.first),
    'sold → last socket': latencyRow(samples.last),
    'sold → banner': latencyRow(samples.banner),
  }
}

/** Sells one ticket and waits until everybody has been told. */
async function sellAndWait(core: string, showId: string, viewers: readonly SaleViewer[], page: Page) {
  await pause(QUIET_MS)
  const holder = await hold(core, showId)
  const banner = nextBanner(page)
  const telling: Promise<Told[]> = Promise.all(viewers.map((viewer) => viewer.nextSale()))
  await pay(core, holder)
  return { told: await telling, bannerMs: await banner }
}

/** Other people's holds, until disposed. */
function reserveOnAndOn(core: string, showId: string): AsyncDisposable {
  let over = false
  const running = (async () => {
    while (!over) await Promise.all([hold(core, showId), pause(HOLD_EVERY_MS)])
  })()
  return {
    async [Symbol.asyncDispose]() {
      over = true
      await running
    },
  }
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
