import type { Result } from './result.ts'

/** A small result, with whatever a test cares about. */
export const result = (fields: Partial<Result> = {}): Result => ({
  bench: 'cuts',
  how: '10 viewers.',
  stoppedBy: 'nothing',
  tables: { main: { ours: { lost: 0, 'p99 ms': 12.5 }, theirs: { lost: 3, 'p99 ms': 1_234 } } },
  curves: {},
  wanted: [],
  takenAt: '2026-11-26T14:00:00.000Z',
  tookS: 60,
  machine: { cpu: 'Some CPU', cores: 2, memoryGb: 24, system: 'Linux 6.1' },
  load: { before: 0.1, after: 1.5 },
  versions: { node: '24.21.0' },
  ...fields,
})
