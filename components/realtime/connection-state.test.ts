import { expect, test } from 'vitest'
import type { ClientMessage } from './client-message.ts'
import { changed, dropped, heard, idle, opening, shared, takenOver } from './connection-state.ts'

const at = '2026-11-21T20:00:00Z'

const ready = (id: string, streams: Record<string, { version?: number }>): ClientMessage => ({
  event: 'ready',
  id,
  data: { at, connection: `c-${id}`, node: 'n', streams },
})

const updated = (id: string, version: number, stream = 'public.show.a'): ClientMessage => ({
  event: 'show.updated',
  id,
  data: { stream, at, showId: 'a', from: version - 1, version, changed: [] },
})

const live = () => heard(opening(idle()), ready('e-10-0', { 'public.show.a': { version: 3 }, 'private.order': {} }))

test('a first ready is no resumption', () => {
  expect(live()).toMatchObject({
    phase: 'live',
    id: 'c-e-10-0',
    ready: { 'public.show.a': { version: 3, resumed: false }, 'private.order': { resumed: false } },
    resume: { cursor: 'e-10-0', streams: ['public.show.a', 'private.order'] },
  })
})

test('messages move the cursor and the version for those who join later', () => {
  const state = heard(live(), updated('e-11-0', 4))
  expect(state.resume?.cursor).toBe('e-11-0')
  expect(state.ready['public.show.a']?.version).toBe(4)
})

test('an older version does not take the version back', () => {
  expect(heard(live(), updated('e-11-0', 2)).ready['public.show.a']?.version).toBe(3)
})

test('a dropped connection resumes, and says that nothing was missed', () => {
  const state = heard(opening(dropped(live(), 1)), ready('e-20-0', { 'public.show.a': { version: 9 } }))
  expect(state.ready).toEqual({ 'public.show.a': { version: 9, resumed: true } })
})

test('a line cut within a replay does not skip what was still to come', () => {
  const state = dropped(heard(opening(dropped(live(), 1)), updated('e-19-0', 8)), 2)
  expect(state.resume?.cursor).toBe('e-10-0')
})

test('a reset before ready says that something was missed', () => {
  const reset: ClientMessage = { event: 'reset', id: null, data: { at, streams: ['public.show.a'] } }
  const state = heard(
    heard(opening(dropped(live(), 1)), reset),
    ready('e-20-0', { 'public.show.a': {}, 'private.order': {} }),
  )
  expect(state.ready).toMatchObject({ 'public.show.a': { resumed: false }, 'private.order': { resumed: true } })
})

test('a reset on a live stream does not spoil the next resumption', () => {
  const reset: ClientMessage = { event: 'reset', id: null, data: { at, streams: ['public.show.a'] } }
  const state = heard(opening(dropped(heard(live(), reset), 0)), ready('e-20-0', { 'public.show.a': {} }))
  expect(state.ready['public.show.a']?.resumed).toBe(true)
})

test('streams added are ready and new, streams removed are forgotten', () => {
  const state = changed(live(), { 'public.show.a': {}, 'public.show.b': { version: 1 } })
  expect(state.ready).toEqual({
    'public.show.a': { version: 3, resumed: false },
    'public.show.b': { version: 1, resumed: false },
  })
  expect(state.resume?.streams).toEqual(['public.show.a', 'public.show.b'])
})

test('a leader goes on where the one before it was', () => {
  const resume = { cursor: 'e-10-0', streams: ['public.show.a'] }
  const state = heard(opening(takenOver(resume)), ready('e-12-0', { 'public.show.a': {}, 'public.show.b': {} }))
  expect(state.ready).toMatchObject({ 'public.show.a': { resumed: true }, 'public.show.b': { resumed: false } })
})

test('failures count until they are forgiven, but do not show while live', () => {
  const state = heard(opening(dropped(idle(), 2)), ready('e-1-0', {}))
  expect(state.failures).toBe(2)
  expect(shared(state).failures).toBe(0)
  expect(shared(dropped(state, 3)).failures).toBe(3)
})
