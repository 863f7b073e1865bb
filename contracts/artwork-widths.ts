/**
 * The widths, in pixels, that an artwork can be asked for: a list, across a phone of the middle (412 at 1.75) and
 * across a dense one, a desktop's hero. Without zod, for browsers.
 */
export const ARTWORK_WIDTHS = [480, 750, 960, 1600] as const

/** For what knows no others, and for addresses that name one. */
export const ARTWORK_WIDTH = 960
