/** The value below which a share of the samples lies (nearest rank). NaN for none. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

/** One row of a table of latencies, in milliseconds. */
export function latencyRow(samplesMs: readonly number[]): Record<string, number> {
  const round = (ms: number) => Math.round(ms * 10) / 10
  return {
    samples: samplesMs.length,
    'p50 ms': round(quantile(samplesMs, 0.5)),
    'p90 ms': round(quantile(samplesMs, 0.9)),
    'p95 ms': round(quantile(samplesMs, 0.95)),
    'p99 ms': round(quantile(samplesMs, 0.99)),
    'max ms': round(quantile(samplesMs, 1)),
  }
}
