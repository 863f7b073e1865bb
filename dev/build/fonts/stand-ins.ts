export type Kind = 'sans' | 'serif'
/** As CSS's `font-style` says it. */
export type Slant = 'normal' | 'italic'
export type Stroke = 'regular' | 'bold'

/** A font of the system, under each of the names that systems have for it or for one like it. */
export interface StandIn {
  readonly names: readonly string[]
  /** Of a space and of a to z, in thousandths of an em: Adobe's published metrics of Helvetica and Times. */
  readonly widths: string
}

/** Slanted Helvetica is as wide as upright. */
const SANS: Readonly<Record<Stroke, string>> = {
  regular:
    '278 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500',
  bold: '278 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 333 611 556 778 556 556 500',
}

/**
 * What Windows and Apple have, what Linux has, what Android has, and Apple's again by the name that its older browsers
 * know. They are drawn on the widths of Arial and Times, or close to them, which is why one measure does for all. No more
 * than these: a page waits while the system looks for each that is not there.
 */
export const STAND_INS: Readonly<Record<Kind, Readonly<Record<Slant, Readonly<Record<Stroke, StandIn>>>>>> = {
  sans: {
    normal: {
      regular: { names: ['Arial', 'Liberation Sans', 'Roboto', 'ArialMT'], widths: SANS.regular },
      bold: { names: ['Arial Bold', 'Liberation Sans Bold', 'Roboto Bold', 'Arial-BoldMT'], widths: SANS.bold },
    },
    italic: {
      regular: {
        names: ['Arial Italic', 'Liberation Sans Italic', 'Roboto Italic', 'Arial-ItalicMT'],
        widths: SANS.regular,
      },
      bold: {
        names: ['Arial Bold Italic', 'Liberation Sans Bold Italic', 'Roboto Bold Italic', 'Arial-BoldItalicMT'],
        widths: SANS.bold,
      },
    },
  },
  serif: {
    normal: {
      regular: {
        names: ['Times New Roman', 'Liberation Serif', 'Noto Serif', 'TimesNewRomanPSMT'],
        widths:
          '250 444 500 444 500 444 333 500 500 278 278 500 278 778 500 500 500 500 333 389 278 500 500 722 500 500 444',
      },
      bold: {
        names: ['Times New Roman Bold', 'Liberation Serif Bold', 'Noto Serif Bold', 'TimesNewRomanPS-BoldMT'],
        widths:
          '250 500 556 444 556 444 333 500 556 278 333 556 278 833 556 500 556 556 444 389 333 556 500 722 500 500 444',
      },
    },
    italic: {
      regular: {
        names: ['Times New Roman Italic', 'Liberation Serif Italic', 'Noto Serif Italic', 'TimesNewRomanPS-ItalicMT'],
        widths:
          '250 500 500 444 500 444 278 500 500 278 278 444 278 722 500 500 500 500 389 389 278 500 444 667 444 444 389',
      },
      bold: {
        names: [
          'Times New Roman Bold Italic',
          'Liberation Serif Bold Italic',
          'Noto Serif Bold Italic',
          'TimesNewRomanPS-BoldItalicMT',
        ],
        widths:
          '250 500 500 444 500 444 333 500 556 278 278 500 278 778 556 500 500 500 389 389 278 556 444 667 500 444 389',
      },
    },
  },
}
