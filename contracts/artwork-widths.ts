/** The widths, in pixels, that an artwork can be asked for: phone list, phone full at 2×, desktop hero. Without zod, for browsers. */
export const ARTWORK_WIDTHS = [480, 960, 1600] as const
