import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readCoreAnswer } from './core-answer.ts'

const Named = z.object({ name: z.string() })
const problem = (status: number, type = 'core/limit-exceeded') => JSON.stringify({ type, title: 'No', status })
const answer = (status: number, body: BodyInit | null, headers = {}) =>
  readCoreAnswer(new Response(body, { status, headers }), Named)
const html = '<h1>no</h1>'

/** A body that breaks after its first byte. */
const broken = () =>
  new ReadableStream({
    start: (body) => body.enqueue(Uint8Array.of(0x7b)),
    pull: (body) => body.error(new Error('the connection broke')),
  })

describe('what core answers', () => {
  it('is a value of the agreed shape', async () => {
    expect(await answer(200, '{"name":"it works","more":1}')).toEqual({ kind: 'value', value: { name: 'it works' } })
  })

  it('may be nothing, where nothing is agreed', async () => {
    const response = new Response(null, { status: 204 })
    expect(await readCoreAnswer(response, z.undefined())).toEqual({ kind: 'value', value: undefined })
  })

  it.each([400, 403, 404, 409, 422])('is a refusal with %i and a problem document', async (status) => {
    expect(await answer(status, problem(409))).toMatchObject({ kind: 'refusal', problem: { status } })
  })

  it.each<[string, number, BodyInit | null]>([
    ['401 with a problem document', 401, problem(401, 'core/unauthorized')],
    ['401 with nothing', 401, null],
    ['401 with HTML', 401, html],
    ['401 that breaks off', 401, broken()],
    ['403 with nothing', 403, null],
    ['403 with HTML', 403, html],
  ])('is a refused key with %s', async (_, status, body) => {
    expect(await answer(status, body)).toEqual({ kind: 'key-refused', reason: `core answered with ${status}` })
  })

  it.each<[string, number, BodyInit | null, string?]>([
    ['HTML', 200, html, 'text/html'],
    ['400 that is no problem document', 400, html],
    ['404 with nothing', 404, null],
    ['404 with a page', 404, 'default backend - 404', 'text/plain'],
    ['404 with other JSON', 404, '{"error":"no route"}', 'application/json'],
    ['404 whose problem document is not UTF-8', 404, Uint8Array.of(0x22, 0xff, 0x22)],
  ])('is not core’s with %s', async (_, status, body, type) => {
    const headers = type === undefined ? {} : { 'content-type': type }
    expect(await answer(status, body, headers)).toMatchObject({ kind: 'not-core' })
  })

  it.each<[string, number, BodyInit | null]>([
    ['what it calls JSON', 200, html],
    ['nothing', 200, null],
    ['JSON that ends in the middle', 200, '{"name": "it'],
    ['bytes that are not UTF-8', 200, Uint8Array.of(0x22, 0xff, 0x22)],
    ['nothing where something is agreed', 204, null],
  ])('is unusable with %s', async (_, status, body) => {
    const headers = status === 204 ? {} : { 'content-type': 'application/json; charset=utf-8' }
    expect(await answer(status, body, headers)).toMatchObject({ kind: 'unusable' })
  })

  it('is unusable with another shape, and says where', async () => {
    const found = await answer(200, '{"name":7}')
    expect(found).toMatchObject({ kind: 'unusable', reason: expect.stringMatching(/shape: name$/) })
    expect(found).toMatchObject({ issues: [{ code: 'invalid_type', path: ['name'] }] })
  })

  it('is unusable when it is longer than a large hall several times over', async () => {
    const ofLength = (bytes: number) => answer(200, `{"name":"${'x'.repeat(bytes - '{"name":""}'.length)}"}`)
    expect(await ofLength(4 * 1024 * 1024)).toMatchObject({ kind: 'value' })
    expect(await ofLength(4 * 1024 * 1024 + 1)).toMatchObject({ kind: 'unusable' })
  })

  it.each<[string, number, BodyInit | null]>([
    ['500', 500, problem(500, 'core/internal')],
    ['503 with HTML', 503, html],
    ['429, which says nothing of what was asked for', 429, problem(429, 'core/busy')],
    ['a value that breaks off', 200, broken()],
    ['a refusal that breaks off', 404, broken()],
  ])('is unavailable with %s', async (_, status, body) => {
    expect(await answer(status, body)).toMatchObject({ kind: 'unavailable' })
  })
})
