/**
 * Which slide of a strip is most in sight. Strips that run from right to left count their way to the left as negative.
 * @param left how far it is scrolled, in pixels
 * @param width of one slide, which is the strip's own
 */
export function slideInSight(left: number, width: number, count: number): number {
  if (width <= 0) return 0
  return Math.min(count - 1, Math.max(0, Math.round(Math.abs(left) / width)))
}
