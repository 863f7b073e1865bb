import type { Writable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import * as ws from 'ws'
import { CLIENT_EVENTS } from '#contracts/message.ts'
import { formatMessage, makeFrame } from './frame.ts'
import { PING_FRAME, textFrame } from './ws-frame.ts'

/** Exported, but missing from the types. */
const { Receiver } = ws as unknown as { Receiver: new (options: object) => Writable }

/** What a client makes of some bytes. */
function heard(bytes: Buffer): string[] {
  const receiver = new Receiver({ isServer: false, maxPayload: 0 })
  const texts: string[] = []
  receiver.on('message', (text: Buffer) => texts.push(text.toString()))
  receiver.on('ping', () => texts.push('ping'))
  receiver.on('error', (error: Error) => {
    throw error
  })
  receiver.write(bytes)
  return texts
}

describe('a text frame', () => {
  test.each([
    [0, [0x81, 0]],
    [125, [0x81, 125]],
    [126, [0x81, 126, 0, 126]],
    [65_535, [0x81, 126, 255, 255]],
    [65_536, [0x81, 127, 0, 0, 0, 0, 0, 1, 0, 0]],
    [300_000, [0x81, 127, 0, 0, 0, 0, 0, 4, 0x93, 0xe0]],
  ])('of %i bytes has a head that says so, is unmasked and whole', (bytes, head) => {
    const text = 'x'.repeat(bytes)
    const frame = textFrame(text)
    expect([...frame.subarray(0, head.length)]).toEqual(head)
    expect(frame.length).toBe(head.length + bytes)
    expect(heard(frame)).toEqual([text])
  })

  test('counts bytes, not characters', () => {
    const text = 'チケット😀'.repeat(10)
    expect(heard(textFrame(text))).toEqual([text])
  })

  test('stands for itself: any number of them, with pings in between, are that many messages', () => {
    const bytes = Buffer.concat([textFrame('a'), PING_FRAME, textFrame('b'.repeat(200)), textFrame('')])
    expect(heard(bytes)).toEqual(['a', 'ping', 'b'.repeat(200), ''])
  })
})

describe('a message over WebSocket', () => {
  const cursor = { epoch: '0mubbs7i8ab', ms: 7, seq: 1 }

  test('is the same JSON as over SSE, with its id and event in front', () => {
    const frame = makeFrame({ cursor, event: 'ticket.sold', data: '{"stream":"public.show.42","sales":1}' })
    expect(heard(frame.ws)).toEqual([
      '{"id":"0mubbs7i8ab-7-1","event":"ticket.sold","stream":"public.show.42","sales":1}',
    ])
  })

  test('is framed once, for however many viewers, and not at all for none', () => {
    const frame = makeFrame({ cursor, event: 'x', data: '{}' })
    expect(frame.ws).toBe(frame.ws)
    expect(frame.sse).toBe(frame.sse)
  })

  test.each([
    [
      { event: 'reset', data: '{"streams":[]}' },
      { event: 'reset', streams: [] },
    ],
    [{ event: 'x', data: '{}' }, { event: 'x' }],
    [{ event: 'x', data: '{ }' }, { event: 'x' }],
    [
      { id: '1', event: 'x"', data: ' {"a":{"event":"y"}}' },
      { id: '1', event: 'x"', a: { event: 'y' } },
    ],
  ])('%j is an object', (fields, expected) => {
    expect(JSON.parse(formatMessage(fields))).toEqual(expected)
  })

  test.each(Object.entries(CLIENT_EVENTS))('has room for an id and an event of its own: %s', (_event, schema) => {
    expect(Object.keys(schema.shape)).not.toContain('id')
    expect(Object.keys(schema.shape)).not.toContain('event')
  })
})
