import { createParser } from 'eventsource-parser'
import { expect, test } from 'vitest'
import { EventStreamParser, MAX_EVENT_LENGTH, type ServerEvent } from './event-stream-parser.ts'

/** Reads a text given in pieces of bytes. */
function read(chunks: Uint8Array[]): { events: ServerEvent[]; retries: number[] } {
  const events: ServerEvent[] = []
  const retries: number[] = []
  const parser = new EventStreamParser({
    onEvent: (event) => events.push(event),
    onRetry: (retryMs) => retries.push(retryMs),
  })
  for (const chunk of chunks) parser.push(chunk)
  return { events, retries }
}

const bytes = (text: string) => new TextEncoder().encode(text)
const readText = (text: string) => read([bytes(text)])
const readByteByByte = (text: string) => read([...bytes(text)].map((byte) => Uint8Array.of(byte)))

const cases: [string, string, Partial<ServerEvent>[]][] = [
  ['one event', 'id: 1\nevent: viewers\ndata: {}\n\n', [{ event: 'viewers', data: '{}', id: '1' }]],
  ['no name means message', 'data: x\n\n', [{ event: 'message', data: 'x', id: undefined }]],
  ['several data lines are joined', 'data: a\ndata: b\n\n', [{ data: 'a\nb' }]],
  ['one space after the colon is not content', 'data:  a\n\n', [{ data: ' a' }]],
  ['a field without a colon is empty', 'data\n\n', [{ data: '' }]],
  ['comments are nothing', ': hello\n\n:\ndata: a\n: in between\n\n', [{ data: 'a' }]],
  ['an event without data is nothing', 'event: viewers\nid: 4\n\ndata: a\n\n', [{ event: 'message', id: undefined }]],
  ['unknown fields are nothing', 'date: 1\ndata: a\n\n', [{ data: 'a' }]],
  ['an id with NUL is no id', 'id: 1\0\ndata: a\n\n', [{ id: undefined }]],
  ['an id is not inherited', 'id: 1\ndata: a\n\ndata: b\n\n', [{ id: '1' }, { id: undefined }]],
  ['a BOM at the start is nothing', '\uFEFFdata: a\n\n', [{ data: 'a' }]],
  ['a BOM later is content', 'data: \uFEFFa\n\n', [{ data: '\uFEFFa' }]],
  ['CRLF ends lines', 'data: a\r\n\r\ndata: b\r\n\r\n', [{ data: 'a' }, { data: 'b' }]],
  ['CR ends lines', 'data: a\r\rdata: b\r\r', [{ data: 'a' }, { data: 'b' }]],
  ['all line ends mix', 'data: a\r\ndata: b\rdata: c\n\r\ndata: d\n\n', [{ data: 'a\nb\nc' }, { data: 'd' }]],
  ['any script', 'data: 春の公演 🎟️ señal\n\n', [{ data: '春の公演 🎟️ señal' }]],
  ['an unfinished event is nothing', 'data: a\n\ndata: b\n', [{ data: 'a' }]],
]

test.each(cases)('%s, whole and byte by byte', (_name, text, expected) => {
  const whole = readText(text).events
  expect(whole).toMatchObject(expected)
  expect(whole).toHaveLength(expected.length)
  expect(readByteByByte(text).events).toEqual(whole)
})

test('reads retry, and only digits', () => {
  expect(readText('retry: 2500\n\nretry: 1e3\n\nretry:\n\n').retries).toEqual([2500])
})

test('says the same as another parser about a stream cut at every place', () => {
  const text =
    '\uFEFF: hi\nretry: 5\n\nid: e-1-0\nevent: ticket.sold\r\ndata: {"seat":"Ñ12"}\r\n\r\ndata: x\rdata: y\r\r'
  const theirs: unknown[] = []
  const parser = createParser({ onEvent: ({ event = 'message', data }) => theirs.push({ event, data }) })
  parser.feed(text)
  for (let cut = 0; cut <= bytes(text).length; cut += 1) {
    const ours = read([bytes(text).slice(0, cut), bytes(text).slice(cut)]).events
    expect(ours.map(({ event, data }) => ({ event, data }))).toEqual(theirs)
  }
})

test('an endless line and an endless event are cut off', () => {
  const chunk = bytes('x'.repeat(64 * 1024))
  const parser = new EventStreamParser({ onEvent: () => {}, onRetry: () => {} })
  parser.push(bytes('data: '))
  const fill = () => {
    for (let sent = 0; sent <= MAX_EVENT_LENGTH; sent += chunk.length) parser.push(chunk)
  }
  expect(fill).toThrow(RangeError)
  const lines = bytes(`data: ${'y'.repeat(1000)}\n`.repeat(1100))
  expect(() => read([lines])).toThrow(RangeError)
})

test('an event just within the bound is read', () => {
  const data = 'x'.repeat(MAX_EVENT_LENGTH - 100)
  expect(readText(`data: ${data}\n\n`).events[0]?.data).toHaveLength(data.length)
})
