import { quantile } from '../quantiles.ts'

/** When a server ended a viewer's line, and when the viewer followed again; null for never. Milliseconds since 1970. */
export type Absence = readonly [goneAtMs: number, backAtMs: number | null]

/** What restarts did to viewers. */
export interface Returns {
  readonly disconnects: number
  readonly neverBack: number
  /** From each viewer's own disconnect. */
  readonly backP50Ms: number
  readonly backP95Ms: number
  readonly backMaxMs: number
  /** For each restart: how long the middle 90 % of its disconnects took. The shortest of them. */
  readonly spreadMs: number
  /** The most disconnects within one second, over all restarts. */
  readonly mostInASecond: number
}

/** Adds up what restarts did. @param restartsAtMs when each was told to stop, in order */
export function sumUpReturns(absences: readonly Absence[], restartsAtMs: readonly number[]): Returns {
  const backMs = absences.flatMap(([gone, back]) => (back === null ? [] : [back - gone]))
  const goneMs = absences.map(([gone]) => gone)
  const ofRestart = restartsAtMs.map((atMs, i) => {
    const until = restartsAtMs[i + 1] ?? Number.POSITIVE_INFINITY
    return goneMs.filter((gone) => gone >= atMs && gone < until)
  })
  const spreads = ofRestart.filter((gone) => gone.length > 0).map((gone) => quantile(gone, 0.95) - quantile(gone, 0.05))
  return {
    disconnects: absences.length,
    neverBack: absences.length - backMs.length,
    backP50Ms: quantile(backMs, 0.5),
    backP95Ms: quantile(backMs, 0.95),
    backMaxMs: quantile(backMs, 1),
    spreadMs: spreads.length === 0 ? 0 : Math.min(...spreads),
    mostInASecond: Math.max(0, ...[...Map.groupBy(goneMs, (gone) => Math.floor(gone / 1_000)).values()].map(lengthOf)),
  }
}

const lengthOf = (list: readonly unknown[]): number => list.length

/** How many viewers are not there, by the quarter of a second since the first restart: [seconds, viewers]. */
export function awayOverTime(absences: readonly Absence[], fromMs: number, toMs: number): [number, number][] {
  const points: [number, number][] = []
  for (let atMs = fromMs; atMs <= toMs; atMs += 250) {
    const away = absences.filter(([gone, back]) => gone <= atMs && (back === null || back > atMs)).length
    points.push([(atMs - fromMs) / 1_000, away])
  }
  return points
}
