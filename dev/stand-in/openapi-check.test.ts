import { describe, expect, test } from 'vitest'
import { coreDocument } from '#contracts/openapi/core.ts'
import { createAnswerCheck } from './openapi-check.ts'

const check = createAnswerCheck(coreDocument())
const given = (change: object) =>
  check({
    method: 'GET',
    path: '/v1/orders',
    status: 200,
    contentType: 'application/json',
    body: '{"items":[],"nextCursor":null}',
    ...change,
  })
const problem = { type: 'core/not-found', title: 'There is no such thing here', status: 404 }

describe('an answer', () => {
  test('that the document describes is fine', () => {
    expect(given({})).toBeNull()
    expect(
      given({
        path: '/v1/orders/o',
        status: 404,
        contentType: 'application/problem+json',
        body: JSON.stringify(problem),
      }),
    ).toBeNull()
    expect(given({ method: 'DELETE', path: '/v1/holds/h', status: 204, contentType: undefined, body: '' })).toBeNull()
  })

  test.each([
    ['lacks a field', { body: '{"items":[]}' }],
    ['has a field of another type', { body: '{"items":{},"nextCursor":null}' }],
    ['has a fault deep inside', { body: '{"items":[{"id":"x"}],"nextCursor":null}' }],
    ['has a status that is not described', { status: 202 }],
    ['has another content type', { contentType: 'text/html' }],
    ['comes from a path that is not described', { path: '/v1/secrets' }],
    ['has a body where there is none', { method: 'DELETE', path: '/v1/holds/h', status: 204 }],
    [
      'is a problem without a type',
      {
        path: '/v1/orders/o',
        status: 404,
        contentType: 'application/problem+json',
        body: '{"status":404,"title":"x"}',
      },
    ],
  ])('that %s is caught', (_name, change) => {
    expect(given(change)).not.toBeNull()
  })
})
