import { setImmediate as otherWork } from 'node:timers/promises'
import PDFDocument from 'pdfkit'
import type { Ticket } from '#contracts/order.ts'
import type { ResellerConfig } from '#contracts/reseller-config.ts'
import type { Show } from '#contracts/show.ts'
import { translator } from '#lib/text/translator.ts'
import { drawTicket, type OpenedImage, PAGE_SIZE } from './draw-ticket.ts'
import type { FontLibrary } from './font-library.ts'
import { ticketSheet } from './ticket-sheet.ts'
import { createTypesetter } from './typesetter.ts'

/** What is printed. */
export interface PrintedOrder {
  readonly config: ResellerConfig
  /** Outline of the brand's mark in a box of 32 × 32. */
  readonly mark: string | null
  /** The brand's uploaded logo as PNG, which stands in for mark and wordmark. */
  readonly logo: Uint8Array | null
  readonly show: Show
  readonly code: string
  readonly tickets: readonly Ticket[]
}

/** The most that core sells one buyer of a show at a time. */
const TICKETS_AT_MOST = 100

/**
 * All tickets of an order as a PDF, one on each page, in the brand's colours and fonts. Returns at once; pages follow as
 * they are drawn, other requests in between. Whoever stops reading stops the drawing.
 */
export function ticketPdf(order: PrintedOrder, fonts: FontLibrary, options: { readonly compress?: boolean } = {}) {
  const { config, show, code } = order
  const t = translator(config.locale, 'ticketFile')
  const document = new PDFDocument({
    ...{ autoFirstPage: false, size: [PAGE_SIZE.width, PAGE_SIZE.height], margin: 0, pdfVersion: '1.7' },
    ...{ lang: config.locale, displayTitle: true, compress: options.compress ?? true },
    info: { Title: t('title', { code, title: show.title }), Author: config.name },
    // The page begins with a font of its own; without this pdfkit would load Helvetica's measures from a file.
    font: null as never,
  })
  draw(document, order, fonts).catch((error: unknown) => document.destroy(error as Error))
  return document
}

async function draw(
  document: InstanceType<typeof PDFDocument>,
  { config, mark, logo, show, code, tickets }: PrintedOrder,
  fonts: FontLibrary,
): Promise<void> {
  const { display, body } = config.theme.fonts
  const type = createTypesetter(fonts, [body, display])
  // Buffers are images to pdfkit, plain arrays of bytes are not.
  const opened = logo && (document as unknown as { openImage(png: Buffer): OpenedImage }).openImage(Buffer.from(logo))
  const printed = tickets.slice(0, TICKETS_AT_MOST)
  for (const [index, ticket] of printed.entries()) {
    if (document.destroyed) return
    document.addPage()
    const sheet = ticketSheet(config, show, ticket, { position: index + 1, count: tickets.length, code })
    await drawTicket(document, sheet, { theme: config.theme, mark, logo: opened }, type)
    await otherWork()
  }
  document.end()
}
