/**
 * Contrast of two colours such as `#0b1f3a`, 1 to 21, as WCAG 2.2 defines it. Text needs 4.5, large text and the
 * outlines of controls 3.
 */
export function contrast(first: string, second: string): number {
  return contrastOf(luminance(first), luminance(second))
}

/** {@link contrast} of two relative luminances, 0 to 1. */
export const contrastOf = (first: number, second: number): number =>
  (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05)

/** Relative luminance of a colour such as `#0b1f3a`, 0 to 1. */
export function luminance(colour: string): number {
  const channel = (at: number) => linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255)
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

/** A channel of sRGB, 0 to 1, as light. */
export function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}
