import { createParser, type EventSourceMessage } from 'eventsource-parser'
import { describe, expect, test } from 'vitest'
import { formatComment, formatEvent, formatRetry, makeFrame } from './frame.ts'

/** What a browser makes of some bytes. */
function heard(text: string): EventSourceMessage[] {
  const events: EventSourceMessage[] = []
  createParser({ onEvent: (event) => events.push(event) }).feed(text)
  return events
}

describe('an event on the wire', () => {
  test('has its id, its name and one line of data, and ends with an empty line', () => {
    expect(formatEvent({ id: '1-0', event: 'ticket.sold', data: '{"a":1}' })).toBe(
      'id: 1-0\nevent: ticket.sold\ndata: {"a":1}\n\n',
    )
  })

  test('without an id leaves the last one as it was', () => {
    expect(formatEvent({ event: 'reset', data: '{}' })).toBe('event: reset\ndata: {}\n\n')
  })

  test.each(['a\nb', 'a\r\nb', 'a\rb'])('carries %j over as many lines as it has', (data) => {
    expect(heard(formatEvent({ id: '1', event: 'x', data }))).toEqual([{ id: '1', event: 'x', data: 'a\nb' }])
  })

  test.each([
    ['data', { event: 'x', data: 'a\n\nevent: forged\ndata: b\n\n' }],
    ['the name', { event: 'x\n\nevent: forged\ndata: b\n\n', data: 'a' }],
    ['the id', { id: '1\n\nevent: forged\ndata: b\n\n', event: 'x', data: 'a' }],
    ['a carriage return in the id', { id: '1\revent: forged', event: 'x', data: 'a' }],
  ])('is one event whatever stands in %s', (_where, fields) => {
    const events = heard(formatEvent(fields))
    expect(events).toHaveLength(1)
    expect(events[0]?.event).not.toBe('forged')
  })

  test('has no NUL in its id, with which a browser would throw the id away', () => {
    expect(heard(formatEvent({ id: '1\0-0', event: 'x', data: 'a' }))[0]?.id).toBe('1-0')
  })

  test('that stands in no history has no id, so the last one stays as it was', () => {
    expect(makeFrame({ cursor: null, event: 'notice', data: '{}' }).sse.toString()).toBe('event: notice\ndata: {}\n\n')
  })

  test('is UTF-8', () => {
    const frame = makeFrame({ cursor: { epoch: '0mubbs7i8ab', ms: 7, seq: 1 }, event: 'x', data: '"チケット😀"' })
    expect(frame.sse.toString('utf8')).toBe('id: 0mubbs7i8ab-7-1\nevent: x\ndata: "チケット😀"\n\n')
  })
})

describe('what is no event', () => {
  test('is heard by nobody: a comment', () => {
    expect(formatComment()).toBe(': \n\n')
    expect(heard(formatComment('hello\n\ndata: forged\n\n'))).toEqual([])
  })

  test('sets when a browser comes back, in whole milliseconds', () => {
    expect(formatRetry(1_234.6)).toBe('retry: 1235\n\n')
  })
})
