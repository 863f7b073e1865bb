import { describe, expect, test } from 'vitest'
import { kafkaParts, sendInParts, type TopicMessage } from './kafka-parts.ts'

/** A message of some 100,000 bytes: five of them make a batch. */
const large = (key: string, more: Partial<TopicMessage> = {}): TopicMessage => ({
  ...{ topic: 't', key, value: 'x'.repeat(99_000) },
  ...more,
})
const keysOf = (messages: readonly TopicMessage[]) =>
  [...kafkaParts(messages)].map((part) => part.flatMap((one) => one.messages.map(({ key }) => key)))

/** A broker as far as sizes go: it refuses a batch that is larger than it takes. */
const BROKER_TAKES = 1_048_588

describe('parts of messages', () => {
  test('are none when there is nothing, and one when all fits', () => {
    expect([...kafkaParts([])]).toEqual([])
    expect([...kafkaParts([{ topic: 't', key: 'k', value: 'v' }, { topic: 't', key: 'k', value: null }])]).toEqual([
      [{ topic: 't', messages: [{ key: 'k', value: 'v' }, { key: 'k', value: null }] }],
    ]) // biome-ignore format: one line
  })

  test('are in order, and end before a batch would be too large', () => {
    const keys = Array.from({ length: 12 }, (_, i) => `${i}`)
    const parts = keysOf(keys.map((key) => large(key)))
    expect(parts.map((part) => part.length)).toEqual([5, 5, 2])
    expect(parts.flat()).toEqual(keys)
  })

  test('are counted in bytes, not in characters', () => {
    const parts = keysOf(['a', 'b', 'c'].map((key) => large(key, { value: '券'.repeat(99_000) })))
    expect(parts).toEqual([['a'], ['b'], ['c']])
  })

  test('have room for keys and for what the format adds', () => {
    const empty = Array.from({ length: 30_000 }, () => ({ topic: 't', key: null, value: null }))
    expect(keysOf(empty).length).toBeGreaterThan(1)
    expect(keysOf(['a', 'b'].map((key) => large(key, { key: key.repeat(400_000) })))).toHaveLength(2)
  })

  test('hold a batch for each partition and topic', () => {
    const spread = Array.from({ length: 20 }, (_, i) => large(`${i}`, { partition: i % 4 }))
    expect(keysOf(spread)).toHaveLength(1)
    const topics = Array.from({ length: 10 }, (_, i) => large(`${i}`, { topic: i % 2 ? 'odd' : 'even' }))
    const [part, ...others] = [...kafkaParts(topics)]
    expect(others).toEqual([])
    expect(part?.map(({ topic, messages }) => [topic, messages.map(({ key }) => key)])).toEqual([
      ['even', ['0', '2', '4', '6', '8']],
      ['odd', ['1', '3', '5', '7', '9']],
    ])
  })

  test('end before a request would be too large, however many partitions it is for', () => {
    const flood = Array.from({ length: 400 }, (_, i) => large(`${i}`, { partition: i }))
    expect(keysOf(flood).length).toBeGreaterThan(1)
  })

  test('hold alone what is too large by itself', () => {
    const huge = large('huge', { value: 'x'.repeat(2_000_000) })
    expect(keysOf([large('a'), huge, large('b')])).toEqual([['a'], ['huge'], ['b']])
  })
})

test('messages are sent part by part, and what comes after a failure is not', async () => {
  const sent: unknown[] = []
  const sender = (failsAt: number) => ({
    async sendBatch({ topicMessages = [] }: { topicMessages?: { messages: { value: unknown }[] }[] }) {
      if (sent.length === failsAt) throw new Error('away')
      const bytes = topicMessages
        .flatMap(({ messages }) => messages)
        .reduce((sum, { value }) => sum + `${value}`.length, 0)
      expect(bytes).toBeLessThan(BROKER_TAKES)
      sent.push(bytes)
      return []
    },
  })
  const backlog = Array.from({ length: 20 }, (_, i) => large(`${i}`))
  await sendInParts(sender(-1), 1, backlog)
  expect(sent).toEqual([495_000, 495_000, 495_000, 495_000])
  sent.length = 0
  await expect(sendInParts(sender(2), 1, backlog)).rejects.toThrow('away')
  expect(sent).toHaveLength(2)
})
