/** Samples of a process or a tier over time: seconds, and what was seen then. */
export type Series = readonly (readonly [seconds: number, value: number])[]

/** How much a series grows per second, by least squares. NaN for fewer than two moments. */
export function slopeOf(series: Series): number {
  const meanOf = (of: (point: Series[number]) => number) =>
    series.reduce((sum, point) => sum + of(point), 0) / series.length
  const middle = meanOf(([at]) => at)
  const level = meanOf(([, value]) => value)
  const together = series.reduce((sum, [at, value]) => sum + (at - middle) * (value - level), 0)
  const spread = series.reduce((sum, [at]) => sum + (at - middle) ** 2, 0)
  return spread === 0 ? Number.NaN : together / spread
}
