import { join } from 'node:path'
import { parentPort } from 'node:worker_threads'
import { ImageResponse } from 'next/og.js'
import { cardSvg } from './card-svg.ts'
import { createOutliner } from './outliner.ts'
import { CARD_HEIGHT, CARD_WIDTH, logoPlace, type ShareCard } from './share-card.ts'

/*
 * A thread of its own: unpacking fonts and drawing take hundreds of milliseconds without a pause, in which the
 * storefront would answer nobody. One card after the other.
 */

export interface DrawRequest {
  readonly id: number
  readonly card: ShareCard
  /** PNG of the card's logo. */
  readonly logo: Uint8Array | null
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

async function answerTo({ id, card, logo }: DrawRequest): Promise<DrawAnswer> {
  try {
    return { id, png: await draw(card, logo) }
  } catch (error) {
    return { id, png: null, fault: String(error) }
  }
}

/** What Next brings for such pictures draws ours, too: one image, the size of the whole, and the logo over it. */
async function draw(card: ShareCard, logo: Uint8Array | null): Promise<Uint8Array<ArrayBuffer>> {
  const svg = cardSvg(card, outlinerOf(card.font))
  const size = { width: CARD_WIDTH, height: CARD_HEIGHT }
  const whole = image({ ...size, src: dataAddress('image/svg+xml', Buffer.from(svg)) })
  const over = card.logo && logo && image({ ...placed(card.logo), src: dataAddress('image/png', logo) })
  const style = { ...size, display: 'flex', position: 'relative' }
  const response = new ImageResponse(
    { type: 'div', key: null, props: { style, children: over ? [whole, over] : whole } },
    size,
  )
  return new Uint8Array(await response.arrayBuffer())
}

const image = (props: object) => ({ type: 'img', key: null, props })

function placed(logo: NonNullable<ShareCard['logo']>) {
  const { left, top, ...size } = logoPlace(logo)
  return { ...size, style: { position: 'absolute', left, top } }
}

const dataAddress = (type: string, bytes: Uint8Array): string =>
  `data:${type};base64,${Buffer.from(bytes).toString('base64')}`
