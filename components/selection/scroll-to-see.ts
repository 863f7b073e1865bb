/** Where something begins and ends, in pixels from the top of what is scrolled. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/**
 * How far to scroll so that `wanted` is seen: no further than it takes, and where it does not fit, to where it begins.
 * @param seen what is in sight now
 */
export function scrollToSee(seen: Stretch, wanted: Stretch): number {
  const room = seen.to - seen.from
  if (wanted.from < seen.from || wanted.to - wanted.from > room) return wanted.from
  return wanted.to > seen.to ? wanted.to - room : seen.from
}
