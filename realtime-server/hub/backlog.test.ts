import { expect, test } from 'vitest'
import { DATA_BYTES } from '#contracts/delivery.ts'
import { MAX_STREAMS_PER_CONNECTION } from '#contracts/stream.ts'
import { makeFrame } from '../frame.ts'
import { Backlog, FLOWING_BYTES, HOLD_BACK_BYTES, STALLED_MS } from './backlog.ts'
import { BUFFER_LIMIT_BYTES } from './connection.ts'
import { REPLAY_BYTES } from './past.ts'

const frame = (n: number) => makeFrame({ cursor: { epoch: '0mubbs7i8aaaa', ms: n, seq: 0 }, event: 'x', data: `${n}` })
const change = (stream: string) => ({ kind: 'merge', stream }) as const
const count = (stream: string) => ({ kind: 'latest', stream }) as const

test('a viewer is told of the first change it is spared of each show, and of no other', () => {
  const backlog = new Backlog(0)
  expect(['one', 'one', 'two', 'one', 'two'].map((show, n) => backlog.hold(frame(n), change(show)))).toEqual([true, false, true, false, false]) // biome-ignore format: one look
})

test('it is told again at the end of what it was spared after it was told', () => {
  const backlog = new Backlog(0)
  backlog.hold(frame(1), change('one'))
  backlog.hold(frame(2), change('two'))
  expect(backlog.resets).toEqual([])
  backlog.hold(frame(3), change('two'))
  expect(backlog.resets).toEqual(['two'])
})

test('of counts it gets the newest of each show', () => {
  const backlog = new Backlog(0)
  expect([1, 2].map((n) => backlog.hold(frame(n), count('one')))).toEqual([false, false])
  backlog.hold(frame(3), count('two'))
  expect([backlog.latest, backlog.resets]).toEqual([[frame(2), frame(3)], []])
})

test('it is over when little waits, not as soon as a little less does', () => {
  const backlog = new Backlog(0)
  expect([HOLD_BACK_BYTES, FLOWING_BYTES + 1, FLOWING_BYTES].map((bytes) => backlog.isOver(bytes))).toEqual([false, false, true]) // biome-ignore format: one look
})

test('who reads nothing for half a minute is given up', () => {
  const backlog = new Backlog(1_000)
  expect([backlog.isStalled(1_000 + STALLED_MS - 1), backlog.isStalled(1_000 + STALLED_MS)]).toEqual([false, true])
})

test('holding back begins well before a connection is cut', () => {
  expect(HOLD_BACK_BYTES).toBeLessThanOrEqual(BUFFER_LIMIT_BYTES / 4)
})

test('the largest message fits behind what waits before that, with room for a reset of all streams, and into a replay', () => {
  const reset = JSON.stringify({ streams: Array(MAX_STREAMS_PER_CONNECTION).fill('x'.repeat(120)) })
  expect(HOLD_BACK_BYTES + DATA_BYTES + 2 * reset.length).toBeLessThan(BUFFER_LIMIT_BYTES)
  expect(DATA_BYTES).toBeLessThan(REPLAY_BYTES)
})
