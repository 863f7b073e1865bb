import { expect, it } from 'vitest'
import { behindOf } from './behind.ts'

const now = Date.parse('2026-11-26T14:05:00Z')

it.each([
  ['just now', 0, undefined],
  ['ahead of us by a clock', -2_000, undefined],
  ['two looks ago', 10_000, undefined],
  ['as long ago as is usual', 30_000, undefined],
  ['longer ago', 30_001, { workedTo: '2026-11-26T14:04:29.999Z' }],
  ['yesterday', 24 * 3_600_000, { workedTo: '2026-11-25T14:05:00.000Z' }],
])('events worked up to %s', (_, agoMs, behind) => {
  expect(behindOf(now - agoMs, now)).toEqual(behind)
})

it('how far events are worked is not known where nobody has said so', () => {
  expect(behindOf(null, now)).toEqual({ workedTo: null })
})
