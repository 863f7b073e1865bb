import { expect, it } from 'vitest'
import type { SyncState } from '#contracts/storefront.ts'
import { progressOf } from './publish-progress.ts'

const state = (change: Partial<SyncState>): SyncState => ({
  ...{ liveVersion: 1, sequence: 1, announcedAt: null, publishedAt: null, newestVersion: 2, rejections: [] },
  ...change,
})
const cause = { of: 'hostTaken', host: 'a.example' } as const
const rejected = (at: string, wasToBeLive = true) => ({
  rejections: [{ version: 2, wasToBeLive, cause, reason: 'version 2: host', at }],
})
/** As a storefront of the version before sends it. */
const withoutCause = { rejections: [{ version: 2, wasToBeLive: true, reason: 'version 2: host', at: 'b' }] }

it.each<[string, Partial<SyncState>, Partial<SyncState>, number, object]>([
  ['is under way at first', {}, {}, 0, { step: 'publishing' }],
  ['is live when the pointer has moved', {}, { liveVersion: 2 }, 100, { step: 'live' }],
  ['is slow when it takes long', {}, {}, 15_001, { step: 'slow' }],
  ['can still go live after that', {}, { liveVersion: 2 }, 60_000, { step: 'live' }],
  ['can be refused', {}, rejected('b'), 100, { step: 'rejected', cause }],
  [
    'is refused in words where no cause is sent',
    {},
    withoutCause,
    100,
    { step: 'rejected', cause: { of: 'other', said: 'version 2: host' } },
  ],
  ['is not refused by what was said before', rejected('a'), rejected('a'), 100, { step: 'publishing' }],
  ['is refused when that is said again', rejected('a'), rejected('b'), 100, { step: 'rejected', cause }],
  ['has nothing to do with a faulty draft', {}, rejected('b', false), 100, { step: 'publishing' }],
])('a publish %s', (_, before, now, waitedMs, expected) => {
  expect(progressOf(2, state(before), state(now), waitedMs)).toEqual(expected)
})
