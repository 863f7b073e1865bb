import { fitLines } from './fit-lines.ts'
import { CARD_HEIGHT, CARD_WIDTH, type ShareCard } from './share-card.ts'

/** A text as outlines from the origin to the right, and how wide they stand, in pixels. */
export interface Outline {
  readonly d: string
  readonly width: number
}

/** @param bold for titles. */
export type Outliner = (text: string, size: number, bold: boolean) => Outline

const EDGE = 72
/** Where the show's colours begin; words end a little before. */
const PANEL = 820
const WORDS_WIDTH = PANEL - 2 * EDGE + 12
const TITLE_SIZES = [92, 80, 70, 60, 52, 44] as const
const CORNERS = { none: 0, small: 12, medium: 28, large: 64 } as const

/** A card as SVG: shapes only, no fonts and no addresses, so it looks the same wherever it is drawn. */
export function cardSvg(card: ShareCard, outline: Outliner): string {
  const measureTitle = (text: string, size: number) => outline(text, size, true).width
  const room = { width: WORDS_WIDTH, lines: 3, sizes: TITLE_SIZES, language: card.language }
  const title = fitLines(card.title, room, measureTitle)
  const step = title.size * 1.14
  const below = CARD_HEIGHT - EDGE - Math.max(0, card.lines.length - 1) * 46
  // The title's middle is a little above the middle of what head and foot leave.
  const first = (130 + below - 30) / 2 - ((title.lines.length - 1) * step) / 2 + title.size * 0.34

  const words = (
    text: string,
    at: { x: number; y: number; size: number; bold: boolean; fill: string; width?: number },
  ) => {
    const { lines } = fitLines(
      text,
      { ...room, lines: 1, sizes: [at.size], width: at.width ?? WORDS_WIDTH },
      (line, size) => outline(line, size, at.bold).width,
    )
    return drawn(outline(lines[0] ?? '', at.size, at.bold).d, at)
  }
  const { colours } = card
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_WIDTH}" height="${CARD_HEIGHT}" viewBox="0 0 ${CARD_WIDTH} ${CARD_HEIGHT}">`,
    `<rect width="${CARD_WIDTH}" height="${CARD_HEIGHT}" fill="${colours.background}"/>`,
    panel(card),
    card.mark
      ? `<path transform="translate(${EDGE} ${EDGE - 14}) scale(1.5)" fill="${colours.primary}" fill-rule="evenodd" d="${card.mark}"/>`
      : '',
    card.logo // laid over by whoever draws
      ? ''
      : words(card.wordmark, {
          x: card.mark ? EDGE + 66 : EDGE,
          y: EDGE + 26,
          size: 40,
          bold: true,
          fill: colours.text,
          width: WORDS_WIDTH - 66,
        }),
    ...title.lines.map((line, index) =>
      drawn(outline(line, title.size, true).d, {
        x: EDGE,
        y: first + index * step,
        size: title.size,
        bold: true,
        fill: colours.text,
      }),
    ),
    ...card.lines.map((line, index) =>
      words(line, {
        x: EDGE,
        y: below + index * 46,
        size: index === 0 ? 34 : 30,
        bold: index === 0,
        fill: index === 0 ? colours.primary : colours.mutedText,
      }),
    ),
    '</svg>',
  ].join('')
}

/** The fonts come in one weight only; a rim of the same colour makes the heavier one. */
function drawn(d: string, at: { x: number; y: number; size: number; bold: boolean; fill: string }): string {
  const rim = at.bold
    ? ` stroke="${at.fill}" stroke-width="${(at.size * 0.022).toFixed(2)}" stroke-linejoin="round"`
    : ''
  return `<path transform="translate(${at.x} ${at.y.toFixed(1)})" fill="${at.fill}"${rim} d="${d}"/>`
}

/** The show's colours, with the brand's mark large in them. */
function panel({ palette, mark, radius, colours }: ShareCard): string {
  const stops = palette.map(
    (colour, index) =>
      `<stop offset="${(index / Math.max(1, palette.length - 1)).toFixed(2)}" stop-color="${colour}"/>`,
  )
  const [inset, width] = radius === 'none' ? [0, CARD_WIDTH - PANEL] : [36, CARD_WIDTH - PANEL - 36]
  const shape = `x="${PANEL}" y="${inset}" width="${width}" height="${CARD_HEIGHT - 2 * inset}" rx="${CORNERS[radius]}"`
  const sign = mark
    ? `<path transform="translate(${PANEL + 22} ${CARD_HEIGHT / 2 - 150}) scale(9.4)" fill="${colours.background}" fill-opacity="0.38" fill-rule="evenodd" d="${mark}"/>`
    : ''
  return `<defs><linearGradient id="p" x1="0" y1="0" x2="0.6" y2="1">${stops.join('')}</linearGradient></defs><rect ${shape} fill="url(#p)"/>${sign}`
}
