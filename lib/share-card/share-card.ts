import type { Picture } from '#contracts/picture.ts'
import type { FontFamily, Theme } from '#contracts/theme.ts'

/** The size that everybody who shows shared pages agrees on. */
export const CARD_WIDTH = 1200
export const CARD_HEIGHT = 630

/** Everything that is drawn on the picture of a shared page. Two equal ones are the same picture. */
export interface ShareCard {
  readonly colours: Pick<Theme['colours'], 'background' | 'text' | 'mutedText' | 'primary'>
  readonly font: FontFamily
  readonly radius: Theme['radius']
  readonly wordmark: string
  /** Outline of the brand's mark in a box of 32 × 32; null when it has none. */
  readonly mark: string | null
  /** An uploaded logo that stands in for both. */
  readonly logo: Picture | null
  /** For where a line may break. */
  readonly language: string
  readonly title: string
  /** When and where, up to two lines. */
  readonly lines: readonly string[]
  /** CSS hex colours, dark to light: the show's picture in short. */
  readonly palette: readonly string[]
}

/** Where a card's logo stands, at most so large. */
const LOGO_ROOM = { left: 72, top: 46, width: 420, height: 96 } as const

/** A logo's place on the card: as large as its room allows, but never larger than it was kept. */
export function logoPlace({ width, height }: Pick<Picture, 'width' | 'height'>) {
  const scale = Math.min(LOGO_ROOM.width / width, LOGO_ROOM.height / height, 1)
  return {
    ...{ left: LOGO_ROOM.left, top: LOGO_ROOM.top },
    ...{ width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) },
  }
}
