import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { LRUCache } from 'lru-cache'
import { inTime } from '#platform/in-time.ts'
import type { Log } from '#platform/log.ts'
import type { DrawAnswer, DrawRequest } from './draw-worker.ts'
import type { ShareCard } from './share-card.ts'

type Png = Uint8Array<ArrayBuffer>

export interface CardDrawer extends AsyncDisposable {
  /** The card as PNG, with `logo` (a PNG) where it names one; null when there is no time for it now: whoever asks again in a moment has it. */
  draw(resellerId: string, card: ShareCard, logo?: Uint8Array | null): Promise<Png | null>
}

/** A card is some 40 KB, so these are about four hundred. */
const CACHE_BYTES = 16 * 1024 * 1024
/** Cards waiting to be drawn, at up to half a second each; more are refused, because whoever shares a page comes again. */
const MOST_WAITING = 16
/** Any request is answered within two seconds. */
const PATIENCE_MS = 1_800
/**
 * A card takes up to half a second, and the first one has to wait for the thread to start and to read its fonts, which takes
 * a busy machine seconds: less time than this would end a thread that is only slow, again and again.
 */
const DRAW_LIMIT_MS = 10_000

/**
 * Draws cards in a thread that starts with the first one and again after a fault, and remembers the latest. A thread that
 * gives no card for too long does not come back by itself: it is ended, and what waits is refused.
 */
export function createCardDrawer(
  log: Log,
  // A path, not a module that a bundler could follow: the thread is a program beside the built storefront.
  program = join(/* turbopackIgnore: true */ process.cwd(), 'lib', 'share-card', 'draw-worker.ts'),
  limitMs = DRAW_LIMIT_MS,
): CardDrawer {
  const cards = new LRUCache<string, Png>({ maxSize: CACHE_BYTES, sizeCalculation: (png) => png.byteLength })
  const flights = new Map<string, Promise<Png | null>>()
  const waiting = new Map<number, (png: Png | null) => void>()
  let worker: Worker | null = null
  let limit: NodeJS.Timeout | undefined
  let lastId = 0

  function start(): Worker {
    const thread = new Worker(/* turbopackIgnore: true */ program, {
      env: { NODE_ENV: process.env.NODE_ENV ?? 'production' }, // none of our secrets are for it
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    })
    thread.unref()
    thread.on('message', ({ id, png, fault }: DrawAnswer) => {
      if (fault !== undefined) log.error({ fault }, 'a card for sharing could not be drawn')
      settle(id, png)
      limitNext(thread)
    })
    thread.on('error', (error) => log.error({ err: error }, 'the thread that draws cards failed'))
    thread.on('exit', () => {
      if (worker === thread) worker = null
      for (const id of waiting.keys()) settle(id, null)
      clearTimeout(limit)
    })
    return thread
  }

  function settle(id: number, png: Png | null): void {
    waiting.get(id)?.(png)
    waiting.delete(id)
  }

  /** One card is drawn after the other, so the next answer is due from now on, whichever it is. */
  function limitNext(thread: Worker): void {
    clearTimeout(limit)
    if (waiting.size === 0) return
    limit = setTimeout(() => {
      log.error({ limitMs, waiting: waiting.size }, 'the thread that draws cards hangs and is ended')
      void thread.terminate()
    }, limitMs).unref()
  }

  function ask(card: ShareCard, logo: Uint8Array | null): Promise<Png | null> {
    worker ??= start()
    lastId += 1
    const request: DrawRequest = { id: lastId, card, logo }
    const { promise, resolve } = Promise.withResolvers<Png | null>()
    waiting.set(request.id, resolve)
    if (waiting.size === 1) limitNext(worker)
    worker.postMessage(request)
    return promise
  }

  async function drawOnce(key: string, card: ShareCard, logo: Uint8Array | null): Promise<Png | null> {
    const flying = flights.get(key)
    if (flying) return flying
    if (waiting.size >= MOST_WAITING) return null
    const flight = ask(card, logo)
      .then((png) => {
        if (png) cards.set(key, png)
        return png
      })
      .finally(() => flights.delete(key))
    flights.set(key, flight)
    return flight
  }

  return {
    async draw(resellerId, card, logo = null) {
      const key = createHash('sha256')
        .update(JSON.stringify([resellerId, card]))
        .digest('base64url')
      return cards.get(key) ?? inTime(drawOnce(key, card, logo), PATIENCE_MS, () => null)
    },
    async [Symbol.asyncDispose]() {
      await worker?.terminate()
    },
  }
}
