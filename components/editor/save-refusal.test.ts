import { expect, it } from 'vitest'
import { type SaveRefusal, saveRefusal } from './save-refusal.ts'

const field = (path: string) => ({ path, message: 'is wrong' })

it.each<[string, string, number, object, SaveRefusal]>([
  ['nobody is signed in any more', 'storefront/sign-in-needed', 401, {}, { why: 'signedOut' }],
  ['the role is too small', 'storefront/forbidden', 403, {}, { why: 'role' }],
  ['they are no staff any more', 'storefront/not-found', 404, {}, { why: 'role' }],
  ['it is too long', 'storefront/too-large', 413, {}, { why: 'tooLong' }],
  ['it is too long for what stands in front of us', 'storefront/internal', 413, {}, { why: 'tooLong' }],
  [
    'a field is wrong',
    'storefront/invalid-request',
    400,
    { fields: [field('config.home.0.title')] },
    { why: 'fields', fields: [field('home.0.title')], count: 1 },
  ],
  [
    'it has other addresses than the site',
    'storefront/invalid-request',
    400,
    { fields: [field('config.hosts')] },
    { why: 'otherHosts' },
  ],
  [
    'many fields are wrong',
    'reseller-service/invalid-request',
    400,
    { fields: ['a', 'b', 'c', 'd'].map(field) },
    { why: 'fields', fields: ['a', 'b', 'c'].map(field), count: 4 },
  ],
  ['it is refused otherwise', 'storefront/preview', 403, {}, { why: 'other', reason: 'preview' }],
])('says why a draft was not taken: %s', (_, type, status, more, expected) => {
  expect(saveRefusal({ type, status, ...more })).toEqual(expected)
})
