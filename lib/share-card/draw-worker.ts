import { join } from 'node:path'
import { parentPort } from 'node:worker_threads'
import { ImageResponse } from 'next/og.js'
import { cardSvg } from './card-svg.ts'
import { createOutliner } from './outliner.ts'
import { CARD_HEIGHT, CARD_WIDTH, type ShareCard } from './share-card.ts'

/*
 * A thread of its own: unpacking fonts and drawing take hundreds of milliseconds without a pause, in which the
 * storefront would answer nobody. One card after the other.
 */

export interface DrawRequest {
  readonly id: number
  readonly card: ShareCard
}

/** `png` is null when it could not be drawn. */
export interface DrawAnswer {
  readonly id: number
  readonly png: Uint8Array<ArrayBuffer> | null
  readonly fault?: string
}

const outlinerOf = createOutliner(join(process.cwd(), 'public/fonts'))
const port = parentPort
let last: Promise<void> = Promise.resolve()
port?.on('message', (request: DrawRequest) => {
  last = last.then(async () => port.postMessage(await answerTo(request)))
})

async function answerTo({ id, card }: DrawRequest): Promise<DrawAnswer> {
  try {
    return { id, png: await draw(card) }
  } catch (error) {
    return { id, png: null, fault: String(error) }
  }
}

/** What Next brings for such pictures draws ours, too: one image, the size of the whole. */
async function draw(card: ShareCard): Promise<Uint8Array<ArrayBuffer>> {
  const svg = cardSvg(card, outlinerOf(card.font))
  const src = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
  const size = { width: CARD_WIDTH, height: CARD_HEIGHT }
  const response = new ImageResponse({ type: 'img', key: null, props: { ...size, src } }, size)
  return new Uint8Array(await response.arrayBuffer())
}
