import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { create } from 'fontkit'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ticket } from '#contracts/order.ts'
import type { ResellerConfig } from '#contracts/reseller-config.ts'
import type { Show } from '#contracts/show.ts'
import { buildFonts } from '#dev/build/fonts/build-fonts.ts'
import { RESELLERS } from '#dev/demo/resellers/all.ts'
import { FALLBACKS } from '#lib/fonts/font-families.ts'
import { type FontLibrary, openFontLibrary } from './font-library.ts'
import { readPdf } from './pdf-text.fixture.ts'
import { ticketPdf } from './ticket-pdf.ts'

let folder: string
let fonts: FontLibrary
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'marquee-fonts-'))
  const families = [...new Set(Object.values(RESELLERS).flatMap(({ theme }) => Object.values(theme.fonts)))]
  await buildFonts(process.cwd(), {
    publicFolder: join(folder, 'public'),
    families: [...families, ...FALLBACKS],
  })
  fonts = openFontLibrary(folder)
}, 240_000)
afterAll(() => rm(folder, { recursive: true }))

const show = {
  id: 'night-train',
  title: 'Night Train',
  startsAt: '2026-12-05T19:30:00Z',
  doorsAt: '2026-12-05T18:30:00Z',
  venue: { name: 'Teatro Español', address: 'C. del Príncipe, 25', city: 'Madrid', timeZone: 'Europe/Madrid' },
} as Show
const ticket = (position: number, more: Partial<Ticket> = {}) =>
  ({
    id: `t${position}`,
    tierName: 'Stalls',
    holder: 'Zoë Łukasz',
    barcode: `MRQ-7F3K-9Q2L-000${position}`,
    ...more,
  }) as Ticket

async function print(
  config: ResellerConfig,
  change: { show?: Partial<Show>; tickets?: Ticket[]; compress?: boolean; logo?: Uint8Array } = {},
) {
  const { tickets = [ticket(1), ticket(2)], compress = false, logo = null } = change
  const order = { config, mark: 'M0 0h32v32H0z', logo, show: { ...show, ...change.show }, code: 'K7QX-24PD', tickets }
  return buffer(ticketPdf(order, fonts, { compress }))
}

/** A word whose letters come from two files is drawn in two parts. */
const closed = (words = '') => words.replaceAll(' ', '')

describe('tickets as a PDF', () => {
  it('have a page each, with what the door and the buyer need, in words that can be copied', async () => {
    const { pages } = readPdf(await print(RESELLERS.aurora, { tickets: [ticket(1), ticket(2, { seatLabel: 'C12' })] }))
    expect(pages).toHaveLength(2)
    expect(pages[0]).toContain('MRQ-7F3K-9Q2L-0001')
    expect(pages[1]).toContain('MRQ-7F3K-9Q2L-0002')
    expect(pages[1]).not.toContain('0001')
    for (const words of [
      'AURORA',
      'Night Train',
      'Teatro Español',
      'C. del Príncipe, 25, Madrid',
      'C12',
      'Zoë Łukasz',
      'K7QX-24PD',
    ])
      expect(closed(pages[1])).toContain(closed(words))
    expect(pages[0]).not.toContain('C12')
  })

  it.each([false, true])(
    'carry an uploaded logo instead of the wordmark, once in the file (in 256 colours: %s)',
    async (palette) => {
      const drawing = { width: 300, height: 90, channels: 4 as const, background: { r: 200, g: 0, b: 90, alpha: 0.5 } }
      const logo = await sharp({ create: drawing }).png({ palette }).toBuffer()
      const pdf = await print(RESELLERS.aurora, { logo })
      const { pages } = readPdf(pdf)
      expect(pages).toHaveLength(2)
      for (const page of pages) {
        expect(closed(page)).not.toContain('AURORA')
        expect(closed(page)).toContain(closed('Night Train'))
      }
      expect(pdf.toString('latin1').match(/\/Subtype \/Image/g)).toHaveLength(2) // the colours, and how clear they are
    },
  )

  it.each([
    ['aurora', 'Ticket 1 of 2', 'Saturday, 5 December 2026, 20:30'],
    ['luna', 'Entrada 1 de 2', 'sábado, 5 de diciembre de 2026, 20:30'],
    ['kite', 'Ticket 1 of 2', '8:30 PM'],
    ['hoshi', '2枚中 1枚目', '2026年12月5日土曜日 20:30'],
  ] as const)('speak the language of %s, by the clock at the venue', async (reseller, number, when) => {
    const first = closed(readPdf(await print(RESELLERS[reseller])).pages[0])
    expect(first).toContain(closed(number))
    expect(first).toContain(closed(when))
    expect(first).not.toContain('\ufffd') // a glyph that no table names
  })

  it('speak German', async () => {
    const [first = ''] = readPdf(await print({ ...RESELLERS.kite, locale: 'de-DE' as never })).pages
    expect(first).toContain('Samstag, 5. Dezember 2026')
    expect(first).toContain('Einlass')
  })

  it('write Japanese with the brand’s own fonts, and stay small', async () => {
    const title = '銀河鉄道の夜 — 宮沢賢治原作・朗読と弦楽四重奏による特別公演'
    const tickets = Array.from({ length: 8 }, (_, index) => ticket(index + 1, { holder: '山田 花子', tierName: 'S席' }))
    const file = await print(RESELLERS.hoshi, { show: { title }, tickets, compress: true })
    expect(file.length).toBeLessThan(500_000)
    const first = closed(readPdf(await print(RESELLERS.hoshi, { show: { title }, tickets })).pages[0])
    expect(first).toContain('銀河鉄道の夜—宮沢賢治原作・')
    expect(first).toContain('山田花子')
  })

  it('embed fonts that a font reader takes, with outlines in them', async () => {
    const { fontFiles } = readPdf(await print(RESELLERS.luna))
    expect(fontFiles.length).toBeGreaterThan(2)
    for (const file of fontFiles) {
      const font = create(file) as {
        numGlyphs: number
        getGlyph(id: number): { path: { commands: unknown[] }; advanceWidth: number }
      }
      const glyphs = Array.from({ length: font.numGlyphs }, (_, id) => font.getGlyph(id))
      expect(glyphs.some(({ path }) => path.commands.length > 4)).toBe(true)
      expect(glyphs.every(({ advanceWidth }) => advanceWidth >= 0 && advanceWidth < 4_000)).toBe(true)
    }
  })

  it('are bold where the page is bold: a heavier weight is wider', async () => {
    const [light, heavy] = [await fonts.faceFor('unbounded', 300, 65), await fonts.faceFor('unbounded', 900, 65)]
    const width = (face: typeof light) => face?.layout('NIGHT TRAIN').advanceWidth ?? 0
    expect(width(heavy)).toBeGreaterThan(width(light) * 1.1)
  })

  it.each(['김민수', '欧阳娜娜', '刘德华 Andy', 'Nguyễn Thị Ánh', 'Олена Шевченко', 'Ελένη'])(
    'have the name %s whole',
    async (holder) => {
      const [first = ''] = readPdf(await print(RESELLERS.aurora, { tickets: [ticket(1, { holder })] })).pages
      expect(closed(first)).toContain(closed(holder))
    },
  )

  it.each([
    ['Ada \u2764\ufe0f', 'Ada'],
    ['\u845b\u{e0100}\u57ce', '\u845b'],
  ])('have a name with pictures or chosen shapes of characters: %s', async (holder, printed) => {
    const [first = ''] = readPdf(await print(RESELLERS.hoshi, { tickets: [ticket(1, { holder })] })).pages
    expect(first).toContain(printed)
  })

  it('have no name rather than half of one, and all else', async () => {
    const [first = ''] = readPdf(await print(RESELLERS.aurora, { tickets: [ticket(1, { holder: 'محمد Ali' })] })).pages
    expect(first).not.toContain('Ali')
    expect(first).not.toContain('Name')
    expect(closed(first)).toContain('MRQ-7F3K-9Q2L-0001')
    expect(first).toContain('Stalls')
  })

  it('leave out what no font can draw, and keep long words on the page', async () => {
    const holder = `Ada \u{1f3ad} ${'x'.repeat(110)}`
    const [first = ''] = readPdf(await print(RESELLERS.aurora, { tickets: [ticket(1, { holder })] })).pages
    expect(first).toContain('Ada')
    expect(first).toContain('…')
  })
})
