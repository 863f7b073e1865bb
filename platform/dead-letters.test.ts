import type { Message, Producer, ProducerBatch } from 'kafkajs'
import { describe, expect, test } from 'vitest'
import { DeadLetter } from '#contracts/dead-letter.ts'
import { deadLetter, sendDeadLetters } from './dead-letters.ts'

const record = {
  topic: 'core.tickets',
  partition: 3,
  offset: '41',
  key: Buffer.from('42'),
  value: Buffer.from('{"a":'),
}
const bytes = Buffer.from([0xff, 0x00, 0x80])

describe('a dead letter', () => {
  test('says where the record was, why it could not be read, and what it was', () => {
    expect(deadLetter(record, 'is not JSON')).toEqual({
      id: expect.any(String),
      type: 'dead-letter',
      at: expect.any(String),
      ...{ topic: 'core.tickets', partition: 3, offset: '41', key: '42', value: '{"a":', encoding: 'utf8' },
      reason: 'is not JSON',
    })
  })

  test('keeps bytes that are no text', () => {
    const letter = deadLetter({ ...record, value: bytes }, 'is not UTF-8')
    expect(letter.encoding).toBe('base64')
    expect(Buffer.from(letter.value ?? '', 'base64')).toEqual(bytes)
  })

  test('of nothing has nothing', () => {
    expect(deadLetter({ ...record, key: null, value: null }, 'has no value')).toMatchObject({
      key: null,
      value: null,
      encoding: 'utf8',
    })
    expect(deadLetter({ ...record, value: Buffer.alloc(0) }, 'is empty')).toMatchObject({ value: '', encoding: 'utf8' })
  })

  test.each([record, { ...record, key: bytes }, { ...record, value: bytes }, { ...record, value: null }])(
    'is what its contract says, however long the reason',
    (raw) => {
      expect(DeadLetter.safeParse(deadLetter(raw, 'x'.repeat(10_000))).error).toBeUndefined()
    },
  )
})

/** The most that a broker takes of one record, with its envelope. */
const BROKER_TAKES = 1_048_588

describe('a dead letter of a record that is too large', () => {
  const whole = 1_000_000
  const [ascii, controls, binary] = [Buffer.alloc(whole, 'x'), Buffer.alloc(whole, 1), Buffer.alloc(whole, 0xff)]
  const wide = Buffer.from('券'.repeat(whole / 4))

  test.each([
    ['text', { value: ascii }],
    ['control characters', { value: controls }],
    ['bytes', { value: binary }],
    ['a key', { key: ascii }],
    ['a key of bytes', { key: binary }],
    ['both', { key: wide, value: controls }],
  ])('fits what a broker takes, and is what its contract says: %s', async (_what, more) => {
    const sent: Message[] = []
    const sendBatch = async ({ topicMessages = [] }: ProducerBatch) => {
      sent.push(...topicMessages.flatMap(({ messages }) => messages))
      return []
    }
    await sendDeadLetters({ sendBatch }, [{ record: { ...record, ...more }, reason: 'r'.repeat(10_000) }])
    const [{ key, value } = expect.unreachable()] = sent
    expect((key?.length ?? 0) + Buffer.byteLength(value ?? '')).toBeLessThan(BROKER_TAKES - 1_000)
    expect(DeadLetter.safeParse(JSON.parse(`${value}`)).error).toBeUndefined()
  })

  test('has the beginning of it, and says how long it was', () => {
    const letter = deadLetter({ ...record, value: binary }, 'is not UTF-8')
    expect(letter).toMatchObject({ key: '42', encoding: 'base64', cut: { value: whole } })
    const kept = Buffer.from(letter.value ?? '', 'base64')
    expect(kept.equals(binary.subarray(0, kept.length))).toBe(true)
  })

  test('ends with a whole character', () => {
    const letter = deadLetter({ ...record, value: Buffer.concat([wide, ascii]) }, 'r')
    expect(letter.value).toMatch(/^券+$/u)
    expect(letter.cut).toEqual({ value: wide.length + whole })
  })

  test('says nothing of the kind when all of it is there', () => {
    const letter = deadLetter({ ...record, value: ascii.subarray(0, 900_000) }, 'r')
    expect(letter.value).toHaveLength(900_000)
    expect(letter).not.toHaveProperty('cut')
  })
})

describe('dead letters', () => {
  test('go to the topic beside theirs, on all replicas, under their key', async () => {
    const sent: Parameters<Producer['sendBatch']>[0][] = []
    const sendBatch = async (batch: Parameters<Producer['sendBatch']>[0]) => void sent.push(batch)
    const producer = { sendBatch } as unknown as Producer
    await sendDeadLetters(producer, [])
    expect(sent).toEqual([])
    await sendDeadLetters(producer, [{ record, reason: 'r' }])
    expect(sent).toMatchObject([
      { acks: -1, topicMessages: [{ topic: 'core.tickets.dead', messages: [{ key: Buffer.from('42') }] }] },
    ])
  })
})
