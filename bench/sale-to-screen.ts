import { chromium, type Page } from '@playwright/test'
import { z } from 'zod'
import { startTestSystem } from '#dev/test/start-test-system.ts'
import { TestViewer } from '#realtime/test/viewer.ts'
import playwright from '../playwright.config.ts'
import { latencyRow } from './quantiles.ts'
import { storeShowToSell } from './show-to-sell.ts'

const SALES = 1_000
/** A sale within a quarter of a second after another of its show waits to be merged; what is measured here is a single one. */
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
    await new Promise((wake) => setTimeout(wake, QUIET_MS))
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
  const banner = nextBanner(page)
  const { saleIds } = await sell(core, showId)
  const told = await Promise.all(
    viewers.map(async (viewer) => {
      const { data } = await viewer.until('ticket.sold', (seen) => seen.data.saleIds.includes(saleIds[0]))
      viewer.seen.length = 0 // hundreds of messages on 300 viewers would be searched through each time
      return { soldAtMs: Date.parse(data.at), atMs: Date.now() }
    }),
  )
  return { soldAtMs: told[0]?.soldAtMs ?? 0, sockets: told.map(({ atMs }) => atMs), bannerMs: await banner }
}

async function sell(core: string, showId: string): Promise<{ saleIds: string[] }> {
  const response = await fetch(`${core}/dev/sell`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ showId, quantity: 1, resellerId: 'luna' }),
  })
  return z.object({ saleIds: z.array(z.string()).min(1) }).parse(await response.json())
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
