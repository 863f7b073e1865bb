/** A wall clock's reading somewhere: `2027-03-28`, `19:30`. */
export interface WallTime {
  readonly date: string
  readonly time: string
}

/**
 * The instant at which clocks in a time zone show this. Offset and time depend on each other near a change of the
 * clocks, so the first guess is corrected once; a time that is skipped in spring becomes the same distance after it.
 */
export function instantIn(timeZone: string, { date, time }: WallTime): Date {
  const asUtc = Date.parse(`${date}T${time}:00Z`)
  const guess = asUtc - offsetMs(timeZone, asUtc)
  return new Date(asUtc - offsetMs(timeZone, guess))
}

/** How far a zone's clocks are ahead of UTC at an instant (ISO 8601), in minutes. */
export const minutesAhead = (timeZone: string, instant: string): number =>
  offsetMs(timeZone, Date.parse(instant)) / 60_000

/** How far a zone's clocks are ahead of UTC at an instant. */
export function offsetMs(timeZone: string, instantMs: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instantMs)
  const read = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value)
  const local = Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'), read('second'))
  return local - Math.floor(instantMs / 1000) * 1000
}
