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

/** Draws cards in a thread that starts with the first one and again after a fault, and remembers the latest. */
export function createCardDrawer(log: Log): CardDrawer {
  const cards = new LRUCache<string, Png>({ maxSize: CACHE_BYTES, sizeCalculation: (png) => png.byteLength })
  const flights = new Map<string, Promise<Png | null>>()
  const waiting = new Map<number, (png: Png | null) => void>()
  let worker: Worker | null = null
  let lastId = 0

  function start(): Worker {
    // A path, not a module that a bundler could follow: the thread is a program beside the built storefront.
    const file = join(/* turbopackIgnore: true */ process.cwd(), 'lib', 'share-card', 'draw-worker.ts')
    const thread = new Worker(/* turbopackIgnore: true */ file, {
      env: { NODE_ENV: process.env.NODE_ENV ?? 'production' }, // none of our secrets are for it
      resourceLimits: { maxOldGenerationSizeMb: 256 },
    })
    thread.unref()
    thread.on('message', ({ id, png, fault }: DrawAnswer) => {
      if (fault !== undefined) log.error({ fault }, 'a card for sharing could not be drawn')
      waiting.get(id)?.(png)
    })
    thread.on('error', (error) => log.error({ err: error }, 'the thread that draws cards failed'))
    thread.on('exit', () => {
      if (worker === thread) worker = null
      for (const settle of waiting.values()) settle(null)
    })
    return thread
  }

  function ask(card: ShareCard, logo: Uint8Array | null): Promise<Png | null> {
    worker ??= start()
    lastId += 1
    const request: DrawRequest = { id: lastId, card, logo }
    const { promise, resolve } = Promise.withResolvers<Png | null>()
    waiting.set(request.id, resolve)
    worker.postMessage(request)
    return promise.finally(() => waiting.delete(request.id))
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
