import { expect, it } from 'vitest'
import { ProblemError } from '#components/api/problem-error.ts'
import { PICTURE_UPLOAD_LIMIT } from '#contracts/picture.ts'
import { faultBeforehand, type UploadFault, uploadFault } from './upload-picture.ts'

it.each<[string, number, UploadFault | null]>([
  ['image/png', 1, null],
  ['image/jpeg', PICTURE_UPLOAD_LIMIT, null],
  ['image/webp', PICTURE_UPLOAD_LIMIT + 1, 'too-large'],
  ['image/svg+xml', 1, 'not-a-picture'],
  ['image/heic', 1, 'not-a-picture'],
  ['', 1, 'not-a-picture'],
])('a file of type “%s” and %i bytes: %s', (type, size, fault) => {
  expect(faultBeforehand({ type, size })).toBe(fault)
})

it.each<[string, number, string | undefined, UploadFault]>([
  ['storefront/unusable-picture', 422, 'moving', 'moving'],
  ['storefront/unusable-picture', 422, 'something new', 'damaged'],
  ['storefront/unsupported-media-type', 415, undefined, 'not-a-picture'],
  ['storefront/too-large', 413, undefined, 'too-large'],
  ['storefront/internal', 413, undefined, 'too-large'],
  ['storefront/no-room', 409, undefined, 'no-room'],
  ['storefront/sign-in-needed', 401, undefined, 'signed-out'],
  ['storefront/unavailable', 503, undefined, 'away'],
])('%s (%i, %s) is told as %s', (type, status, detail, fault) => {
  expect(uploadFault(new ProblemError({ type, status, title: '', ...(detail && { detail }) }))).toBe(fault)
})

it('no answer is told as being away', () => {
  expect(uploadFault(new Error('no answer came'))).toBe('away')
})
