import { Readable } from 'node:stream'
import { findShow } from '#lib/core/shows.ts'
import { listTickets, type Opener, openOrder } from '#lib/orders/orders.ts'
import { logoOf } from '#lib/pictures/logo-of.ts'
import type { Site } from '#lib/reseller/site.ts'
import type { Storefront } from '#lib/storefront.ts'
import { openFontLibrary } from './pdf/font-library.ts'
import { ticketPdf } from './pdf/ticket-pdf.ts'

type Deps = Pick<Storefront, 'core' | 'environment' | 'log' | 'pictures' | 'recentAnswers'>

/** Of this process: opened once, whoever prints first. */
const fonts = openFontLibrary(process.cwd())

/**
 * An order's tickets as a PDF that is still being drawn; null when there is no such order for this opener, or nothing to
 * print: it is not confirmed, or core is still making its tickets out.
 * @param mark outline of the brand's mark in a box of 32 × 32
 * @throws CoreUnavailable
 */
export async function printOrder(site: Site, opener: Opener, orderId: string, mark: string | null, deps: Deps) {
  const [order, tickets] = await Promise.all([
    openOrder(site, opener, orderId, deps),
    listTickets(site, opener, orderId, deps),
  ])
  if (order?.status !== 'confirmed' || !tickets?.length) return null
  const [show, logo] = await Promise.all([findShow(site, order.showId, deps), logoOf(site, deps)])
  if (show === null) return null
  const { code } = order
  const pdf = ticketPdf({ config: site.config, mark, logo, show, code, tickets }, fonts)
  pdf.on('error', (error: unknown) => deps.log.error({ err: error, orderId }, 'tickets could not be printed'))
  // Whoever goes away while reading ends the drawing with it.
  return { code, pdf: Readable.toWeb(pdf as unknown as Readable) as ReadableStream<Uint8Array> }
}
