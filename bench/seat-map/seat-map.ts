import { setTimeout as pause } from 'node:timers/promises'
import { chromium, type Page } from '@playwright/test'
import type { Order } from '#contracts/order.ts'
import playwright from '../../playwright.config.ts'
import { benchSystem } from '../bench-system.ts'
import { quantile } from '../quantiles.ts'
import { sizeOf } from '../sizes.ts'
import { watchDrawnSales } from './drawn.ts'
import { Fingers, type Point } from './fingers.ts'
import { frameRow, type Seen, watchFrames } from './frames.ts'
import { SEATS, storeGreatHall } from './great-hall.ts'
import { type MainThreadTime, mainThreadRow, watchMainThread } from './main-thread-time.ts'

/** A phone of the middle is about four times slower than one of this machine's cores. */
const SLOWDOWN = sizeOf('SLOWDOWN', 4)
const ROUNDS = sizeOf('ROUNDS', 3)
/** Long enough for a few whole seconds of frames, and some sales. */
const GESTURE_MS = 4_000
/** Two seats a second change hands, each first held and then sold: a good evening of one show. */
const SALE_EVERY_MS = 500
/** A page of so many seats takes half a minute on a machine that does other things. */
const LOAD_LIMIT_MS = 120_000
/** As wide as most phones, and drawn as finely as the middle of them. */
const PHONE = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true }

/**
 * The map of a house of 2,100 seats on a phone that is four times slower than this machine: pinched, dragged and zoomed by
 * real input while seats are sold. `SLOWDOWN` and `ROUNDS` are read from the environment.
 */
export async function seatMap(): Promise<void> {
  await using started = await benchSystem()
  const { core, resellers } = started.system
  const showId = await storeGreatHall(core)
  await using browser = await chromium.launch(playwright.use?.launchOptions)
  const context = await browser.newContext(PHONE)
  const page = await context.newPage()
  page.setDefaultTimeout(LOAD_LIMIT_MS)
  const session = await context.newCDPSession(page)
  await page.goto(`${resellers.aurora}/shows/${showId}`)
  const middle = await showMap(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
  const gestures = gesturesAround(new Fingers(session), middle)
  const measured = Object.keys(gestures).map((name): Measured => ({ name, seen: [], taken: [] }))
  const drawnSales = await watchDrawnSales(page)
  const sales: Sale[] = []
  await using _buyers = sellOnAndOn(core, showId, sales)
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { name, seen, taken } of measured) {
      const [stopFrames, stopClock] = [await watchFrames(page), await watchMainThread(session)]
      await gestures[name]?.()
      taken.push(await stopClock())
      seen.push(await stopFrames())
    }
  }
  console.log(
    `${SEATS} seats, CPU ÷ ${SLOWDOWN}, ${ROUNDS} × ${GESTURE_MS / 1_000} s a gesture, a sale every ${SALE_EVERY_MS} ms`,
  )
  console.table(Object.fromEntries(measured.map((one) => [one.name, rowOf(one)])))
  console.log(lateness(sales, await drawnSales()))
}

interface Sale {
  readonly seatId: string
  readonly atMs: number
}

interface Measured {
  readonly name: string
  readonly seen: Seen[]
  readonly taken: MainThreadTime[]
}

function rowOf({ seen, taken }: Measured): Record<string, number> {
  const frames = seen.reduce((sum, one) => sum + one.frames.length, 0)
  return { ...frameRow(seen), ...mainThreadRow(taken, frames) }
}

/** Scrolls the drawn map into the middle of the screen. @returns its own middle */
async function showMap(page: Page): Promise<Point> {
  await page
    .locator('[data-seat-id]')
    .nth(SEATS - 1)
    .waitFor({ state: 'attached' })
  const map = page.locator('svg:has([data-seat-id])')
  await map.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }))
  const box = await map.boundingBox()
  if (!box) throw new Error('the map is not on the screen')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Each leaves the map so that the next one has something to do. */
function gesturesAround(fingers: Fingers, { x, y }: Point): Record<string, () => Promise<unknown>> {
  const pinch = (from: number, to: number) => () =>
    fingers.move(GESTURE_MS / 2, (share) => {
      const apart = (from + (to - from) * share) / 2
      return [-apart, apart].map((offset) => ({ x: x + offset, y }))
    })
  const round = (share: number): Point[] => {
    const angle = share * 6 * Math.PI
    return [{ x: x + 90 * Math.sin(angle), y: y + 60 * Math.cos(angle) }]
  }
  return {
    'nothing but sales': () => pause(GESTURE_MS),
    'pinched closer': async () => {
      await pinch(60, 180)()
      await pinch(60, 120)()
    },
    dragged: () => fingers.move(GESTURE_MS, round),
    'wheel, out and in': () => fingers.zoomByWheel(GESTURE_MS, { x, y }, (share) => (share % 0.5 < 0.25 ? 12 : -12)),
    'pinched away': async () => {
      await pinch(180, 60)()
      await pinch(180, 40)()
    },
  }
}

/** How long after core's answer a sold seat was drawn so; the last second's may still be on their way. */
function lateness(sales: readonly Sale[], drawn: ReadonlyMap<string, number>): string {
  const settled = sales.filter(({ atMs }) => atMs < Date.now() - 1_000)
  const late = settled.flatMap(({ seatId, atMs }) => Math.max(0, (drawn.get(seatId) ?? Number.NaN) - atMs))
  const known = late.filter((ms) => !Number.isNaN(ms))
  const [middle, worst] = [quantile(known, 0.5), quantile(known, 0.95)].map(Math.round)
  return `a sale is drawn ${middle} ms after core's answer, p95 ${worst} ms; ${late.length - known.length} of ${late.length} never`
}

/** Other people buy a seat now and then, until disposed. @param sales what they bought goes here */
function sellOnAndOn(core: string, showId: string, sales: Sale[]): AsyncDisposable {
  let over = false
  const sell = async () => {
    const body = JSON.stringify({ showId, quantity: 1, resellerId: 'aurora' })
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(`${core}/dev/sell`, { method: 'POST', headers, body })
    if (!response.ok) throw new Error(`nothing was sold: ${response.status} ${await response.text()}`)
    const { order }: { order: Order } = await response.json()
    for (const seatId of order.items.flatMap((item) => item.seatIds ?? [])) sales.push({ seatId, atMs: Date.now() })
  }
  const running = (async () => {
    while (!over) await Promise.all([sell(), pause(SALE_EVERY_MS)])
  })()
  return {
    async [Symbol.asyncDispose]() {
      over = true
      await running
    },
  }
}
