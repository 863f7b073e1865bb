import { expect, it } from 'vitest'
import type { SyncState } from '#contracts/storefront.ts'
import { type SyncProblem, syncProblems } from './sync-problems.ts'

const state = (change: Partial<SyncState> = {}): SyncState => ({
  ...{ liveVersion: 4, sequence: 4, announcedAt: null, publishedAt: null, newestVersion: 5, rejections: [] },
  ...change,
})
const draft = (version: number) => ({ version, status: 'draft' as const })
const live = (version: number) => ({ version, status: 'live' as const })
const refused = (version: number) => ({
  rejections: [{ version, wasToBeLive: true, cause: { of: 'changed' } as const, at: '2026-11-27T10:00:00Z' }],
})
const workedTo = '2026-11-27T09:00:00Z'

it.each<[string, SyncState, Parameters<typeof syncProblems>[1], SyncProblem[]]>([
  ['nothing when both have the same', state(), [draft(5), live(4)], []],
  ['a publish that has not come', state(), [live(6), draft(5)], [{ of: 'liveElsewhere', version: 6 }]],
  ['a rollback that has not come', state(), [draft(5), live(3)], [{ of: 'liveElsewhere', version: 3 }]],
  ['a draft that has not come', state(), [draft(6), live(4)], [{ of: 'newerElsewhere', version: 6 }]],
  ['nothing of what was refused: it stands below', state(refused(6)), [live(6), draft(5)], []],
  ['nothing of a live version that is older than those at hand', state(), [draft(5)], []],
  ['that the service is away', state(), 'away', [{ of: 'serviceAway' }]],
  ['that the worker stands still', state({ behind: { workedTo } }), [draft(5), live(4)], [{ of: 'behind', workedTo }]],
  [
    'everything at once',
    state({ behind: { workedTo: null } }),
    [draft(7), live(6)],
    [
      { of: 'behind', workedTo: null },
      { of: 'liveElsewhere', version: 6 },
      { of: 'newerElsewhere', version: 7 },
    ],
  ],
  [
    'a first version that has not come',
    state({ liveVersion: null, newestVersion: null }),
    [live(1)],
    [{ of: 'liveElsewhere', version: 1 }],
  ],
])('tells %s', (_, known, newest, expected) => {
  expect(syncProblems(known, newest)).toEqual(expected)
})
