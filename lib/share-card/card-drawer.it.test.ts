import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { RESELLERS } from '#dev/demo/resellers/all.ts'
import { copyFonts } from '#dev/system/build.ts'
import { createLog } from '#platform/log.ts'
import { type CardDrawer, createCardDrawer } from './card-drawer.ts'
import type { ShareCard } from './share-card.ts'

let drawer: CardDrawer
beforeAll(async () => {
  await copyFonts()
  drawer = createCardDrawer(createLog('test', 'silent'))
}, 240_000)
afterAll(() => drawer[Symbol.asyncDispose]())

const cardOf = (config: (typeof RESELLERS)['aurora'], change: Partial<ShareCard> = {}): ShareCard => ({
  colours: config.theme.colours,
  ...{
    font: config.theme.fonts.display,
    radius: config.theme.radius,
    wordmark: config.logo.wordmark,
    mark: null,
    logo: null,
  },
  ...{ language: config.locale, title: config.texts.tagline, lines: ['夜の水族館', 'Straße, mañana'] },
  palette: ['#101820', '#f2aa4c'],
  ...change,
})

/** A first card takes longer than a request may; what was begun is there for whoever asks again. */
function drawn(resellerId: string, card: ShareCard, logo?: Uint8Array, from = drawer): Promise<Uint8Array> {
  return vi.waitUntil(() => from.draw(resellerId, card, logo), { timeout: 40_000 })
}

it.each(Object.entries(RESELLERS))('draws a picture of the agreed size in the font of %s', async (id, config) => {
  const png = Buffer.from(await drawn(id, cardOf(config)))
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630])
  expect(png.byteLength).toBeLessThan(300_000)
})

it('stands a logo where the wordmark would be', async () => {
  const logo = await sharp({ create: { width: 300, height: 90, channels: 4, background: '#ff00ff' } })
    .png()
    .toBuffer()
  const card = cardOf(RESELLERS.kite, { logo: { id: 'a'.repeat(64), width: 300, height: 90 } })
  const { data, info } = await sharp(await drawn('kite', card, logo))
    .raw()
    .toBuffer({ resolveWithObject: true })
  const at = (x: number, y: number) => [...data.subarray((y * info.width + x) * info.channels).subarray(0, 3)]
  expect(at(72 + 150, 46 + 45)).toEqual([255, 0, 255])
  expect(at(72 + 310, 46 + 45)).not.toEqual([255, 0, 255])
})

it('remembers what it drew, per reseller', async () => {
  const card = cardOf(RESELLERS.kite)
  const first = await drawn('kite', card)
  expect(await drawer.draw('kite', card)).toBe(first)
  expect(await drawn('aurora', card)).not.toBe(first)
})

it('refuses more than it can draw, instead of keeping people waiting', async () => {
  const asked = Array.from({ length: 60 }, (_, n) =>
    drawer.draw('kite', cardOf(RESELLERS.kite, { title: `Show ${n}` })),
  )
  expect((await Promise.all(asked)).filter((png) => png === null).length).toBeGreaterThanOrEqual(60 - 16)
})

it('ends a thread that hangs, refuses what waits for it, and draws with another one', async () => {
  const program = join(import.meta.dirname, 'hanging-thread.fixture.ts')
  await using hanging = createCardDrawer(createLog('test', 'silent'), program, 3_000)
  const titled = (title: string) => cardOf(RESELLERS.kite, { title })
  await drawn('kite', titled('before'), undefined, hanging)
  const asked = Array.from({ length: 60 }, (_, n) => hanging.draw('kite', titled(n === 0 ? 'hang' : `Show ${n}`)))
  expect((await Promise.all(asked)).filter((png) => png !== null)).toEqual([])
  expect(await drawn('kite', titled('after'), undefined, hanging)).toEqual(Uint8Array.of(1))
})
