/** What one look at a process's metrics brought: sums over labels by name, and histogram buckets by `<name>|<le>`. */
export interface Reading {
  readonly atMs: number
  readonly values: ReadonlyMap<string, number>
}

const LINE = /^(realtime_\w+)(?:\{(.*)\})? (\S+)/
const LE = /(?:^|,)le="([^"]+)"/

/** Reads the Prometheus text of one of our processes; only our own figures, so that it stays small. */
export function readMetrics(text: string, atMs: number): Reading {
  const values = new Map<string, number>()
  for (const line of text.split('\n')) {
    const [, name, labels = '', number] = LINE.exec(line) ?? []
    const value = Number(number)
    if (name === undefined || !Number.isFinite(value)) continue
    const le = LE.exec(labels)?.[1]
    const key = le === undefined ? name : `${name}|${le}`
    values.set(key, (values.get(key) ?? 0) + value)
  }
  return { atMs, values }
}

/** By how much a counter grew per second; null without two readings, or when the process has started anew in between. */
export function rateOf(name: string, before: Reading | undefined, now: Reading | undefined): number | null {
  if (!before || !now || now.atMs <= before.atMs) return null
  const grown = (now.values.get(name) ?? 0) - (before.values.get(name) ?? 0)
  return grown < 0 ? null : (1_000 * grown) / (now.atMs - before.atMs)
}

/** A histogram's growth between two readings: how many were at most so large, by rising bounds. */
export type Buckets = readonly { readonly le: number; readonly count: number }[]

export function bucketsOf(name: string, before: Reading | undefined, now: Reading | undefined): Buckets {
  const prefix = `${name}_bucket|`
  return [...(now?.values ?? [])]
    .filter(([key]) => key.startsWith(prefix))
    .map(([key, count]) => ({ le: boundOf(key.slice(prefix.length)), count: count - (before?.values.get(key) ?? 0) }))
    .sort((a, b) => a.le - b.le)
}

/** Several processes' histograms as one. They have the same bounds, being of one program. */
export function together(histograms: readonly Buckets[]): Buckets {
  const sums = new Map<number, number>()
  for (const { le, count } of histograms.flat()) sums.set(le, (sums.get(le) ?? 0) + count)
  return [...sums].map(([le, count]) => ({ le, count })).sort((a, b) => a.le - b.le)
}

/** The quantile, straight between the bounds of its bucket; beyond the last bound that bound. Null when nothing was counted. */
export function quantile(buckets: Buckets, share: number): number | null {
  const all = buckets.at(-1)?.count ?? 0
  if (all <= 0) return null
  const rank = share * all
  const at = buckets.findIndex(({ count }) => count >= rank)
  const [lower, upper] = [buckets[at - 1], buckets[at]]
  if (!upper) return null
  if (upper.le === Number.POSITIVE_INFINITY) return lower?.le ?? null
  const [from, below] = [lower?.le ?? 0, lower?.count ?? 0]
  return upper.count === below ? upper.le : from + ((upper.le - from) * (rank - below)) / (upper.count - below)
}

const boundOf = (le: string): number => (le === '+Inf' ? Number.POSITIVE_INFINITY : Number(le))
