import type { Brand } from '../../brand/brand.ts'
import { escapeHtml } from './escape.ts'
import type { MailColours } from './mail-colours.ts'

/** How a mail's HTML names the logo that travels with it. */
export const LOGO_CID = 'logo@brand'

/** As large as the wordmark's line allows on a phone, in pixels. */
const ROOM = { width: 160, height: 60 } as const

/**
 * The logo as HTML; null for a brand without one. On the ground it was made for, in a mail that its reader has turned
 * dark as well: dark ink would be gone there. The wordmark stands in where pictures are off.
 */
export function mailLogo({ logo, config }: Brand, { background }: MailColours, style: string): string | null {
  const { picture, wordmark } = config.logo
  if (!logo || !picture) return null
  const scale = Math.min(ROOM.width / picture.width, ROOM.height / picture.height, 1)
  const [width, height] = [picture.width, picture.height].map((side) => Math.max(1, Math.round(side * scale)))
  const words = `${style};background:${background};border:0;display:inline-block;padding:4px 8px`
  return `<img src="cid:${LOGO_CID}" alt="${escapeHtml(wordmark)}" width="${width}" height="${height}" style="${words}">`
}
