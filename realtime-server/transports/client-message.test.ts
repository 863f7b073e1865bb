import { describe, expect, test } from 'vitest'
import { MAX_STREAMS_PER_CONNECTION } from '#contracts/stream.ts'
import { MESSAGE_LIMIT_BYTES, readClientMessage } from './client-message.ts'

const names = (count: number, length = 12) => Array.from({ length: count }, (_, i) => `${i}`.padStart(length, 'x'))

describe('what a client says', () => {
  test.each([
    [{ event: 'subscribe', streams: ['public.show.42'] }],
    [{ event: 'unsubscribe', streams: [] }],
    [{ event: 'ping' }],
  ])('is understood: %j', (message) => {
    expect(readClientMessage(JSON.stringify(message))).toEqual(message)
  })

  test('may have fields that we do not know', () => {
    expect(readClientMessage('{"event":"ping","at":1,"__proto__":{"event":"x"}}')).toEqual({ event: 'ping' })
  })

  test.each(['{"event":"publish","data":1}', '{"event":"ready"}', '{"event":"toString"}', '{"event":""}'])(
    'is of the future: %s',
    (text) => {
      expect(readClientMessage(text)).toBe('unknown')
    },
  )

  test.each([
    ...['', ' ', 'subscribe', '[]', 'null', '42', '"ping"', '{', '{}', '{"event":1}', '{"event":null}', 'NaN'],
    ...['[{"event":"ping"}]', '{"event":["ping"]}', '['.repeat(4_000), '{"event":"ping"}{"event":"ping"}'],
    ...['{"event":"subscribe"}', '{"event":"subscribe","streams":"public.show.42"}'],
    ...['{"event":"subscribe","streams":[1]}', '{"event":"subscribe","streams":[""]}'],
    ...['{"event":"unsubscribe","streams":{"0":"public.show.42"}}'],
    JSON.stringify({ event: 'subscribe', streams: names(MAX_STREAMS_PER_CONNECTION + 1) }),
    JSON.stringify({ event: 'subscribe', streams: names(1, 121) }),
  ])('is malformed: %.60s', (text) => {
    expect(readClientMessage(text)).toBe('malformed')
  })

  test('fits into the bound when it names as many streams as it may, each as long as it may be', () => {
    const longest = JSON.stringify({ event: 'unsubscribe', streams: names(MAX_STREAMS_PER_CONNECTION, 120) })
    expect(longest.length).toBeLessThanOrEqual(MESSAGE_LIMIT_BYTES)
    expect(readClientMessage(longest)).toMatchObject({ event: 'unsubscribe' })
  })
})
