import { expect, it } from 'vitest'
import { NotSentError } from '#components/api/not-sent-error.ts'
import { ProblemError } from '#components/api/problem-error.ts'
import type { Announced } from '#contracts/staff.ts'
import { type AnnouncingOutcome, announcingOutcome } from './announcing-outcome.ts'

const announced = (status: Announced['status']) => ({ isPending: false, error: null, data: { id: 'a1', status } })
const failed = (error: unknown) => ({ isPending: false, error, data: undefined })
const refused = new ProblemError({ type: 'storefront/invalid-request', title: 'T', status: 400 })

it.each<[string, Parameters<typeof announcingOutcome>[0], AnnouncingOutcome]>([
  ['nothing was sent', failed(null), 'idle'],
  ['it is on its way', { isPending: true, error: null, data: undefined }, 'busy'],
  ['it is live', announced('live'), 'published'],
  ['its time comes', announced('scheduled'), 'scheduled'],
  ['it had arrived before, and somebody took it back', announced('recalled'), 'past'],
  ['it had arrived before, and its time is over', announced('over'), 'past'],
  ['nobody answered', failed(new TypeError('Failed to fetch')), { failed: 'unanswered' }],
  ['it never left the browser', failed(new NotSentError(new TypeError('Failed to fetch'))), { failed: 'away' }],
  ['it was refused', failed(refused), { failed: 'other' }],
])('of an announcement it is said what became of it: %s', (_, sending, outcome) => {
  expect(announcingOutcome(sending, [])).toEqual(outcome)
})

it('a fault at its field says enough', () => {
  expect(announcingOutcome(failed(refused), ['until'])).toBe('idle')
})
