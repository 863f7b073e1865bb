const DAY_MS = 24 * 60 * 60_000

/**
 * When to remind of a show: a day before, when clocks at the venue show the same time as when it begins, so that a change
 * of the clocks in between does not wake anybody an hour early. Null for who bought later than that: they know.
 */
export function remindAt(startsAtMs: number, timeZone: string, boughtAtMs: number): Date | null {
  const dayBeforeMs = startsAtMs - DAY_MS
  const atMs = dayBeforeMs + offsetMs(timeZone, startsAtMs) - offsetMs(timeZone, dayBeforeMs)
  return boughtAtMs < atMs ? new Date(atMs) : null
}

/** How far a zone's clocks are ahead of UTC at an instant. */
function offsetMs(timeZone: string, instantMs: number): number {
  const options = { timeZone, timeZoneName: 'longOffset', year: 'numeric' } as const
  const parts = new Intl.DateTimeFormat('en-US', options).formatToParts(instantMs)
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT'
  const [, sign, hours, minutes] = /^GMT(?:([+-])(\d\d):(\d\d))?/.exec(name) ?? []
  const size = Number(hours ?? 0) * 60 + Number(minutes ?? 0)
  return (sign === '-' ? -size : size) * 60_000
}
