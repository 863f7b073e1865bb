import type PDFDocument from 'pdfkit'
import { encode } from 'uqr'
import type { Theme } from '#contracts/theme.ts'
import type { TicketSheet } from './ticket-sheet.ts'
import type { Line, Style, Typesetter } from './typesetter.ts'

export type Page = InstanceType<typeof PDFDocument>

/** A5, upright: one on a page when printed, readable without zooming on a phone. In points. */
export const PAGE_SIZE = { width: 419.53, height: 595.28 } as const
const MARGIN = 34
const INNER = PAGE_SIZE.width - 2 * MARGIN
const BAND = 78
/** The smallest that scanners at a door read from an arm's length, and more. */
const QR_SIZE = 150
const QR_TOP = PAGE_SIZE.height - 245

export interface Look {
  readonly theme: Theme
  /** Outline in a box of 32 × 32; null for a brand without one. */
  readonly mark: string | null
  /** An uploaded logo, opened by the document once for all of its pages. */
  readonly logo: OpenedImage | null
}

/** What pdfkit's `openImage` gives; its types do not say more. */
export type OpenedImage = NonNullable<unknown>

/**
 * Colours on paper: the brand's own where its pages are light, ink where they are dark. Paper stays white. A logo was
 * made for the ground of the pages, so with one that is the band's.
 */
function inksOf({ scheme, colours }: Theme, logo: boolean) {
  const dark = scheme === 'dark'
  return {
    band: logo ? colours.background : colours.primary,
    onBand: logo ? colours.text : colours.onPrimary,
    edge: colours.primary,
    text: dark ? '#16161a' : colours.text,
    muted: dark ? '#55555f' : colours.mutedText,
    line: dark ? '#c9c9d1' : colours.border,
  }
}

/** Draws one ticket on the document's current page: text as text, the code as shapes. */
export async function drawTicket(page: Page, sheet: TicketSheet, look: Look, type: Typesetter): Promise<void> {
  const { display, body } = look.theme.fonts
  const inks = inksOf(look.theme, look.logo !== null)
  const heading = (size: number): Style => ({ family: display, weight: 700, size })
  const text = (size: number, weight = 400): Style => ({ family: body, weight, size })
  const block = async (words: string, style: Style, colour: string, at: At, most = 1): Promise<number> => {
    const lines = words === '' ? [] : await type.set(words, style, at.width ?? INNER, most)
    const leading = style.size * 1.28
    for (const [index, line] of lines.entries())
      drawLine(page, line, style, colour, { ...at, y: at.y + index * leading })
    return at.y + lines.length * leading
  }

  page.rect(0, 0, PAGE_SIZE.width, BAND).fill(inks.band)
  if (look.logo !== null) {
    page.rect(0, BAND - 3, PAGE_SIZE.width, 3).fill(inks.edge)
    page.image(look.logo as never, MARGIN, 16, { fit: [INNER - 150, BAND - 35], valign: 'center' })
  } else {
    const brandX = look.mark === null ? MARGIN : MARGIN + 38
    if (look.mark !== null) drawMark(page, look.mark, inks.onBand)
    await block(sheet.brand, heading(22), inks.onBand, { x: brandX, y: 46, width: INNER - 150 })
  }
  await block(sheet.number, text(10, 600), inks.onBand, {
    x: PAGE_SIZE.width - MARGIN - 150,
    y: 44,
    width: 150,
    align: 'right',
  })

  let y = await block(sheet.title, heading(24), inks.text, { x: MARGIN, y: BAND + 42 }, 3)
  y = await block(sheet.subtitle, text(11), inks.muted, { x: MARGIN, y: y - 4 })
  y = await block(sheet.when, text(13, 700), inks.text, { x: MARGIN, y: y + 8 }, 2)
  y = await block(sheet.doors, text(10), inks.muted, { x: MARGIN, y })
  y = await block(sheet.where, text(12, 600), inks.text, { x: MARGIN, y: y + 6 })
  await block(sheet.address, text(10), inks.muted, { x: MARGIN, y }, 2)

  page.moveTo(MARGIN, QR_TOP - 22).lineTo(PAGE_SIZE.width - MARGIN, QR_TOP - 22)
  page.lineWidth(1).dash(4, { space: 4 }).stroke(inks.line).undash()
  drawCode(page, sheet.barcode, MARGIN, QR_TOP)
  const beside = { x: MARGIN + QR_SIZE + 22, width: INNER - QR_SIZE - 22 }
  let at = QR_TOP + 10
  for (const { label, value, large } of sheet.facts) {
    // Half a name would be another name.
    if (!(await type.hasAllOf(value, text(11, 600)))) continue
    at = await block(label, text(8), inks.muted, { ...beside, y: at })
    at =
      (await block(
        value,
        large ? heading(20) : text(11, 600),
        inks.text,
        { ...beside, y: at + (large ? 10 : 2) },
        large ? 1 : 2,
      )) + 7
  }
  await block(
    sheet.barcode,
    text(8),
    inks.muted,
    { x: MARGIN, y: QR_TOP + QR_SIZE + 14, width: QR_SIZE, align: 'centre' },
    2,
  )
  await block(sheet.scan, text(8), inks.muted, { x: MARGIN, y: PAGE_SIZE.height - 46 })
  await block(sheet.help, text(8), inks.muted, { x: MARGIN, y: PAGE_SIZE.height - 32 })
}

interface At {
  readonly x: number
  /** Of the line the letters stand on. */
  readonly y: number
  readonly width?: number
  readonly align?: 'left' | 'right' | 'centre'
}

function drawLine(
  page: Page,
  line: Line,
  { size }: Style,
  colour: string,
  { x, y, width = INNER, align = 'left' }: At,
): void {
  const spare = width - line.width
  let left = x + (align === 'left' ? 0 : align === 'right' ? spare : spare / 2)
  for (const run of line.runs) {
    // pdfkit takes an opened font as it takes a file; its types do not say so.
    page
      .font(run.face as never)
      .fontSize(size)
      .fillColor(colour)
    page.text(run.text, left, y, { lineBreak: false, baseline: 'alphabetic' })
    left += run.width
  }
}

function drawMark(page: Page, path: string, colour: string): void {
  page.save()
  page.translate(MARGIN, 24).scale(28 / 32)
  page.path(path).fill(colour, 'even-odd')
  page.restore()
}

/** Black on white whatever the brand, with the quiet zone that scanners need. Rows of dark modules are one shape each. */
function drawCode(page: Page, barcode: string, x: number, y: number): void {
  const { size, data } = encode(barcode, { ecc: 'M', border: 4 })
  const unit = QR_SIZE / size
  page.rect(x, y, QR_SIZE, QR_SIZE).fill('#ffffff')
  for (const [row, modules] of data.entries())
    for (let start = 0; start < size; start++) {
      if (!modules[start]) continue
      let end = start
      while (modules[end]) end += 1
      page.rect(x + start * unit, y + row * unit, (end - start) * unit, unit)
      start = end
    }
  page.fill('#000000')
}
