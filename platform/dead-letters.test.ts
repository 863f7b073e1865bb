import type { Producer } from 'kafkajs'
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
