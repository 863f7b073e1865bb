/* Where things stand in a chart of minutes. Pure. A minute is ten units wide, the chart a hundred high. */

export const MINUTE_WIDTH = 10
export const CHART_HEIGHT = 100

/** The upper end of the scale: an even number that people read at once, so that its half is one too. At least 4. */
export function scaleTop(values: readonly (number | null)[]): number {
  const most = Math.max(4, ...values.map((value) => value ?? 0))
  const decade = 10 ** Math.floor(Math.log10(most))
  const step = [1, 2, 4, 6, 8, 10].find((one) => one * decade >= most && (one * decade) % 2 === 0) ?? 10
  return step * decade
}

export const heightOf = (value: number, top: number): number => (value / top) * CHART_HEIGHT

/** A line of steps, one a minute, interrupted where nothing is known. */
export function stepLine(values: readonly (number | null)[], top: number): string {
  return values
    .map((value, at) => {
      if (value === null) return ''
      const y = round(CHART_HEIGHT - heightOf(value, top))
      const before = values[at - 1] ?? null
      return `${before === null ? `M${at * MINUTE_WIDTH} ${y}` : `V${y}`}H${(at + 1) * MINUTE_WIDTH}`
    })
    .join('')
}

/** Two digits are finer than any screen. */
const round = (value: number): number => Math.round(value * 100) / 100
