import { describe, expect, test } from 'vitest'
import {
  type Cursor,
  compareCursors,
  EPOCH_TIME_DIGITS,
  entryCursor,
  formatCursor,
  parseCursor,
  startOf,
} from './cursor.ts'

const EPOCH = '0mubbs7i8deadbeef'
const at = (ms: number, seq = 0, epoch = EPOCH): Cursor => ({ epoch, ms, seq })

describe('a cursor', () => {
  test('comes back as it was written', () => {
    for (const cursor of [at(0), at(1_790_000_000_000, 12), at(999_999_999_999_999, 999_999_999_999_999)]) {
      expect(parseCursor(formatCursor(cursor))).toEqual(cursor)
    }
  })

  test.each([
    ['nothing', ''],
    ['a word', 'garbage'],
    ['a number', '42'],
    ['a plain entry id', '1790000000000-0'],
    ['negative', `${EPOCH}--1-0`],
    ['a fraction', `${EPOCH}-1.5-0`],
    ['an exponent', `${EPOCH}-1e9-0`],
    ['too many digits', `${EPOCH}-1234567890123456-0`],
    ['a part too many', `${EPOCH}-1-2-3`],
    ['a part too few', `${EPOCH}-1`],
    ['an epoch in capitals', `${EPOCH.toUpperCase()}-1-0`],
    ['an epoch too short', 'abc-1-0'],
    ['an epoch too long', `${'a'.repeat(33)}-1-0`],
    ['a line break after it', `${EPOCH}-1-0\n`],
    ['a space before it', ` ${EPOCH}-1-0`],
    ['other digits', `${EPOCH}-١-٢`],
    ['two of them', `${EPOCH}-1-0,${EPOCH}-1-0`],
    ['a stream and a cursor', `public.show.42:${EPOCH}-1-0`],
    ['a kilobyte', 'a'.repeat(1_024)],
  ])('is not %s', (_what, text) => {
    expect(parseCursor(text)).toBeNull()
  })

  test.each([
    ['the same', at(5, 1), at(5, 1), 0],
    ['a later millisecond', at(6, 0), at(5, 9), 1],
    ['a later entry of one millisecond', at(5, 10), at(5, 9), 1],
    ['an earlier one', at(4, 0), at(5, 0), -1],
    ['a later epoch, whatever the time', at(1, 0, '1mubbs7i8deadbeef'), at(9, 0), 1],
    ['an earlier epoch', at(9, 0, '0mubbs7i7deadbeef'), at(1, 0), -1],
  ])('compares: %s', (_what, a, b, sign) => {
    expect(Math.sign(compareCursors(a, b))).toBe(sign)
    expect(Math.sign(compareCursors(b, a)) + sign).toBe(0)
  })

  test('of the start of an epoch is before everything in it, and after all that an older one had', () => {
    const minted = 1_790_000_000_001
    const epoch = `${minted.toString(36).padStart(EPOCH_TIME_DIGITS, '0')}deadbeef`
    expect(startOf(epoch)).toEqual({ epoch, ms: minted - 1, seq: 0 })
    expect(compareCursors(startOf(epoch), at(minted, 0, epoch))).toBeLessThan(0)
    expect(compareCursors(startOf(epoch), at(minted + 1, 0))).toBeGreaterThan(0)
  })

  test('is made of an entry id', () => {
    expect(entryCursor(EPOCH, '1790000000000-3')).toEqual(at(1_790_000_000_000, 3))
  })
})
