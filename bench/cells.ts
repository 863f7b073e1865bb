/** A figure as a table takes it: to tenths, and in words where there is none. */
export const cell = (value: number): number | string => {
  if (Number.isNaN(value)) return 'none'
  return Number.isFinite(value) ? Math.round(value * 10) / 10 : 'without end'
}
