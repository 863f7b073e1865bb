import { expect, it } from 'vitest'
import { type PublishRefusal, publishRefusal } from './publish-refusal.ts'

const field = (path: string, message = 'is wrong') => ({ path, message })

it.each<[string, Parameters<typeof publishRefusal>[0], PublishRefusal]>([
  ['no answer came', null, { why: 'unanswered' }],
  ['nobody knows how far it came', { type: 'storefront/internal', title: 'T', status: 500 }, { why: 'unanswered' }],
  [
    'the reseller service is not there',
    { type: 'storefront/reseller-service-unavailable', title: 'T', status: 503 },
    { why: 'serviceAway' },
  ],
  [
    'nobody could read it',
    {
      ...{ type: 'storefront/unreadable', title: 'Some of its colours cannot be read', status: 422 },
      fields: ['a', 'b', 'c', 'd'].map((letter) => field('theme.colours.text', letter)),
    },
    { why: 'unreadable', mends: ['a', 'b', 'c'] },
  ],
  [
    'it has other addresses',
    { type: 'storefront/invalid-request', title: 'T', status: 400, fields: [field('config.hosts')] },
    { why: 'otherHosts' },
  ],
  [
    'another version went live meanwhile',
    { type: 'storefront/other-version-live', title: 'T', status: 409 },
    { why: 'changed' },
  ],
  [
    'the reseller service refuses it',
    { type: 'reseller-service/invalid-request', title: 'T', status: 400, fields: [field('version')] },
    { why: 'other' },
  ],
  ['it is not there any more', { type: 'storefront/not-found', title: 'T', status: 404 }, { why: 'gone' }],
])('says why a version was not published, and no English title: %s', (_, problem, expected) => {
  expect(publishRefusal(problem)).toEqual(expected)
})
