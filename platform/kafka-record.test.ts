import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { decodeEvent } from './kafka-record.ts'

const Greeting = z.object({ type: z.literal('greeting'), text: z.string().max(20), times: z.int().min(1) })
const reader = { types: ['greeting'], schema: Greeting }
const decode = (text: string | Uint8Array | null) =>
  decodeEvent(typeof text === 'string' ? Buffer.from(text) : text, reader)

describe('a record', () => {
  test('of a known type and shape is an event; fields that we do not know are left out', () => {
    expect(decode('{"type":"greeting","text":"¡hola! 今日は","times":2,"tone":"warm"}')).toEqual({
      event: { type: 'greeting', text: '¡hola! 今日は', times: 2 },
    })
  })

  test('of another type is somebody else’s business, whatever it looks like', () => {
    expect(decode('{"type":"farewell","text":42}')).toEqual({ unknownType: 'farewell' })
    expect(decode('{"type":"__proto__"}')).toEqual({ unknownType: '__proto__' })
    expect(decode('{"type":""}')).toEqual({ unknownType: '' })
  })

  test.each([
    ['no value', null, /no value/],
    ['an empty value', '', /not JSON/],
    ['half of a text', '{"type":"greet', /not JSON/],
    ['bytes that are not UTF-8', Buffer.from([0x22, 0xc3, 0x28, 0x22]), /not JSON in UTF-8/],
    ['no type', '{"text":"hello"}', /no `type`/],
    ['a type that is no text', '{"type":7}', /no `type`/],
    ['a list', '[]', /no `type`/],
    ['null', 'null', /no `type`/],
    ['a wrong field', '{"type":"greeting","text":1,"times":1}', /^text: /],
    ['two wrong fields', '{"type":"greeting","times":0}', /^text: .*; times: /],
  ])('with %s is unreadable, and says why', (_what, value, reason) => {
    expect(decode(value)).toEqual({ unreadable: expect.stringMatching(reason) })
  })

  test('with a thousand faults names ten', () => {
    const list = { types: ['list'], schema: z.object({ type: z.literal('list'), items: z.array(z.string()) }) }
    const value = Buffer.from(JSON.stringify({ type: 'list', items: Array(1_000).fill(7) }))
    const decoded = decodeEvent(value, list)
    expect('unreadable' in decoded && decoded.unreadable.split('; ')).toHaveLength(10)
  })
})
