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
  /** For where a line may break. */
  readonly language: string
  readonly title: string
  /** When and where, up to two lines. */
  readonly lines: readonly string[]
  /** CSS hex colours, dark to light: the show's picture in short. */
  readonly palette: readonly string[]
}
