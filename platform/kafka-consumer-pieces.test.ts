import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { cutIntoPieces } from './kafka-consumer-pieces.ts'

const reader = { types: ['number'], schema: z.object({ type: z.literal('number'), n: z.int() }) }

/** `a1`: a number under the key a · `a?`: what cannot be read under it · `-`: somebody else's event. `.` is no key. */
const record = (said: string, at: number) => ({
  ...{ topic: 'topic', partition: 0, offset: `${at}` },
  key: said.startsWith('.') ? null : Buffer.from(said.slice(0, 1)),
  value: Buffer.from(
    said === '-' ? '{"type":"letter"}' : said.endsWith('?') ? '?' : `{"type":"number","n":${said.slice(1)}}`,
  ),
})

const cut = (batch: string, atATime: number) => {
  const said = batch.split(' ').filter((one) => one !== '')
  return cutIntoPieces(said.map(record), reader, atATime).map(({ records, unreadable, lastWords, lastOffset }) => ({
    read: records.map(({ key, event }) => `${key ?? '.'}${event.n}`).join(' '),
    unread: unreadable.map((letter) => letter.record.offset).join(' '),
    last: lastWords.map((letter) => letter.record.offset).join(' '),
    lastOffset,
  }))
}

describe('a batch', () => {
  test.each([
    ['', 2, []],
    ['a1', 2, ['a1 →0']],
    ['a1 b2', 2, ['a1 b2 →1']],
    ['a1 b2 a3', 2, ['a1 b2 →1', 'a3 →2']],
    ['a1 b2 a3 b4 c5', 1, ['a1 →0', 'b2 →1', 'a3 →2', 'b4 →3', 'c5 →4']],
    ['a1 b2 a3', Number.POSITIVE_INFINITY, ['a1 b2 a3 →2']],
    // What is passed over does not count, and goes with what was before it.
    ['- - -', 2, [' →2']],
    ['- a1 - - b2 - c3 - -', 2, ['a1 b2 →5', 'c3 →8']],
  ])('“%s” in pieces of %d', (batch, atATime, pieces) => {
    expect(cut(batch, atATime).map(({ read, lastOffset }) => `${read} →${lastOffset}`)).toEqual(pieces)
  })

  test('counts what cannot be read like everything else, since a letter must be written for it', () => {
    expect(cut('a? a1 b? b2 c?', 2).map(({ read, unread }) => [read, unread])).toEqual([['a1', '0'], ['b2', '2'], ['', '4']]) // biome-ignore format: one line
  })
})

test('the last word about a key is what nothing readable follows, in this piece or a later one', () => {
  expect(cut('a? b? .? a1 .? c2 c?', 2).map(({ last }) => last)).toEqual(['1', '2', '4', '6'])
})
