import { describe, expect, test } from 'vitest'
import { type Cursor, startOf } from '../cursor.ts'
import { makeFrame } from '../frame.ts'
import { LATEST_LIFE_MS, LocalStream } from './local-stream.ts'

/** Epochs of 1,790,000,000,000 and a millisecond later. */
const OLD = '0mubbs7i8deadbeef'
const NEW = '0mubbs7i9deadbeef'
const LATER = '0mubbs7iadeadbeef'
const at = (ms: number, epoch = OLD): Cursor => ({ epoch, ms: 1_790_000_001_000 + ms, seq: 0 })

function streamAt(ms: number | null, version?: number): LocalStream {
  const stream = new LocalStream('public.show.42', { kind: 'show', showId: '42' }, 'public.show.42')
  if (ms !== null) stream.begin(at(ms), version)
  return stream
}
const place = (ms: number, previous: number | null, version?: number) => ({
  cursor: at(ms),
  previous: previous === null ? null : at(previous),
  version,
})

describe('a message that arrives', () => {
  test.each([
    ['right after the position', 10, place(11, 10), 'next'],
    ['after a predecessor that was passed long ago', 10, place(11, 3), 'next'],
    ['as the first of its stream', 10, place(11, null), 'next'],
    ['at the position', 10, place(10, 9), 'copy'],
    ['before the position', 10, place(7, null), 'copy'],
    ['after one that has not come', 10, place(12, 11), 'early'],
    ['before the tail is known', null, place(11, 10), 'early'],
  ] as const)('%s', (_when, position, message, arrival) => {
    expect(streamAt(position).arrive(message)).toBe(arrival)
  })

  test('moves the position only when it is the next', () => {
    const stream = streamAt(10)
    stream.arrive(place(12, 11))
    expect([stream.position, stream.behind]).toEqual([at(10), true])
    stream.arrive(place(11, 10))
    expect([stream.position, stream.behind]).toEqual([at(11), true])
    stream.arrive(place(12, 11))
    expect([stream.position, stream.behind]).toEqual([at(12), false])
  })

  test('of a new epoch is early, whatever it says: what the old one still had cannot be known', () => {
    expect(streamAt(10).arrive({ cursor: at(1, NEW), previous: null, version: 1 })).toBe('early')
  })

  test('of an old epoch is a copy in a new one', () => {
    const stream = streamAt(null)
    stream.begin(at(1, NEW), undefined)
    expect(stream.arrive(place(99, null))).toBe('copy')
  })

  test('before the tail is known is remembered: a tail that is older leaves the stream behind', () => {
    const stream = streamAt(null)
    stream.arrive(place(20, 19))
    stream.begin(at(15), 3)
    expect(stream.behind).toBe(true)
    const other = streamAt(null)
    other.arrive(place(20, 19))
    other.begin(at(20), 3)
    expect(other.behind).toBe(false)
  })
})

describe('history', () => {
  test('moves a stream along, and never back', () => {
    const stream = streamAt(10)
    expect([stream.advance(at(9), 1), stream.advance(at(12), 2), stream.advance(at(12), 2)]).toEqual([
      false,
      true,
      false,
    ])
    expect(stream.position).toEqual(at(12))
  })

  test('does not begin a stream', () => {
    expect(streamAt(null).advance(at(9), 1)).toBe(false)
  })
})

describe('the version of a stream', () => {
  test('is the highest that passed', () => {
    const stream = streamAt(10, 4)
    stream.arrive(place(11, 10, 5))
    stream.arrive(place(12, 11))
    stream.advance(at(13), 3)
    expect(stream.version).toBe(5)
  })

  test('is not known any more after something was given up', () => {
    const stream = streamAt(10, 4)
    stream.arrive(place(15, 14, 9))
    stream.skip(stream.heard)
    expect([stream.position, stream.version, stream.behind]).toEqual([at(15), undefined, false])
  })

  test('stays unknown then, since what comes late may be older than what was given up', () => {
    const stream = streamAt(10, 4)
    stream.skip(at(15))
    stream.arrive(place(16, 15, 3))
    stream.advance(at(17), 5)
    expect(stream.version).toBeUndefined()
  })

  test('is known again in a new epoch, of which nothing was given up', () => {
    const stream = streamAt(10, 4)
    stream.skip(at(15))
    stream.advance(at(1, NEW), 7)
    expect(stream.version).toBe(7)
    stream.skip(startOf(LATER))
    stream.arrive({ cursor: at(1, LATER), previous: null, version: 8 })
    expect(stream.version).toBe(8)
  })

  test('is not known any more in a new epoch', () => {
    const stream = streamAt(10, 4)
    stream.advance(at(1, NEW), undefined)
    expect(stream.version).toBeUndefined()
  })
})

test('giving up never goes back', () => {
  const stream = streamAt(10)
  stream.skip(at(5))
  stream.skip(null)
  expect(stream.position).toEqual(at(10))
})

describe('what is true only for a while', () => {
  const frame = makeFrame({ cursor: null, event: 'viewers', data: '{}' })

  test('is told to who joins until nobody has said it again for too long', () => {
    const stream = new LocalStream('public.show.42', { kind: 'show', showId: '42' }, 'public.show.42')
    expect(stream.latest(0)).toBeNull()
    stream.keepLatest(frame, 1_000)
    expect(stream.latest(1_000 + LATEST_LIFE_MS - 1)).toBe(frame)
    expect(stream.latest(1_000 + LATEST_LIFE_MS)).toBeNull()
  })
})
