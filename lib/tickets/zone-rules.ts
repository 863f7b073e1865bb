import { offsetMs } from '#lib/format/zoned-time.ts'

/*
 * A VTIMEZONE (RFC 5545, 3.6.5) for the months around one show: which offset counts from when, said by single changes and
 * without rules. Calendars that know the zone by its name have no use for it; the others read the right time from it.
 */

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
/** A year and a bit: at least one change lies on either side where clocks change at all. */
const AROUND_MS = 400 * 24 * HOUR_MS

interface Change {
  readonly atMs: number
  readonly fromMinutes: number
  readonly toMinutes: number
}

/** @param timeZone IANA @param aroundMs the show's instant */
export function zoneRules(timeZone: string, aroundMs: number): string {
  const changes = changesOf(timeZone, aroundMs - AROUND_MS, aroundMs + AROUND_MS)
  const first = offsetMinutes(timeZone, aroundMs - AROUND_MS)
  const start: Change = { atMs: aroundMs - AROUND_MS, fromMinutes: first, toMinutes: first }
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${timeZone}`,
    ...[start, ...changes].flatMap((change) =>
      observance(change, [first, ...changes.map(({ toMinutes }) => toMinutes)]),
    ),
    'END:VTIMEZONE',
  ].join('\r\n')
}

const offsetMinutes = (timeZone: string, atMs: number): number => offsetMs(timeZone, atMs) / MINUTE_MS

/** An instant as the clock at the venue shows it: `20261205T193000`. */
export function localStamp(timeZone: string, atMs: number): string {
  const shifted = new Date(atMs + offsetMs(timeZone, atMs))
  return shifted.toISOString().slice(0, 19).replace(/[-:]/g, '')
}

/** Looked for a fortnight at a time and then halved down to the minute: no zone changes twice in a fortnight. */
function changesOf(timeZone: string, fromMs: number, toMs: number): Change[] {
  const stepMs = 14 * 24 * HOUR_MS
  const found: Change[] = []
  for (let [at, before] = [fromMs, offsetMinutes(timeZone, fromMs)]; at < toMs; at += stepMs) {
    const after = offsetMinutes(timeZone, at + stepMs)
    if (after === before) continue
    let [low, high] = [at, at + stepMs]
    while (high - low > MINUTE_MS) {
      const middle = Math.floor((low + high) / 2)
      if (offsetMinutes(timeZone, middle) === before) low = middle
      else high = middle
    }
    found.push({ atMs: Math.round(high / MINUTE_MS) * MINUTE_MS, fromMinutes: before, toMinutes: after })
    before = after
  }
  return found
}

function observance({ atMs, fromMinutes, toMinutes }: Change, offsets: readonly number[]): string[] {
  const kind = toMinutes > Math.min(...offsets) ? 'DAYLIGHT' : 'STANDARD'
  return [
    `BEGIN:${kind}`,
    // By the clock that was still valid at the change.
    `DTSTART:${new Date(atMs + fromMinutes * MINUTE_MS).toISOString().slice(0, 19).replace(/[-:]/g, '')}`,
    `TZOFFSETFROM:${written(fromMinutes)}`,
    `TZOFFSETTO:${written(toMinutes)}`,
    `END:${kind}`,
  ]
}

function written(minutes: number): string {
  const size = Math.abs(minutes)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)}`
}
