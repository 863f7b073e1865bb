import { expect, test, vi } from 'vitest'
import type { StreamMessage } from './client-message.ts'
import { type StreamHandlers, Subscriptions } from './subscriptions.ts'

const STREAM = 'public.show.a'
const at = '2026-11-21T20:00:00Z'

function recorder() {
  const heard: string[] = []
  const handlers: StreamHandlers = {
    onMessage: (message) => heard.push(`message ${message.id}`),
    onReady: ({ version, resumed }) => heard.push(`ready ${version}${resumed ? ' resumed' : ''}`),
    onReset: () => heard.push('reset'),
  }
  return { heard, handlers }
}

const message = (id: string | null, version = 5, stream = STREAM): StreamMessage => ({
  event: 'show.updated',
  id,
  data: { stream, at, showId: 'a', from: version - 1, version, changed: [] },
})

test('tells each message once, only to those who follow its stream', () => {
  const subscriptions = new Subscriptions()
  const { heard, handlers } = recorder()
  subscriptions.add(STREAM, handlers)
  for (const one of [message('1'), message('1'), message('2', 6, 'public.show.b'), message('3')])
    subscriptions.tell(one)
  expect(heard).toEqual(['message 1', 'message 3'])
})

test('messages without an id are told as they come', () => {
  const subscriptions = new Subscriptions()
  const { heard, handlers } = recorder()
  subscriptions.add(STREAM, handlers)
  subscriptions.tell(message(null))
  subscriptions.tell(message(null))
  expect(heard).toHaveLength(2)
})

test('ready is told when it comes, and to whoever comes later with the version of that time', async () => {
  const subscriptions = new Subscriptions()
  const early = recorder()
  const late = recorder()
  subscriptions.add(STREAM, early.handlers)
  subscriptions.takeReady({ [STREAM]: { version: 4, resumed: false } })
  subscriptions.takeReady({ [STREAM]: { version: 4, resumed: false } })
  subscriptions.tell(message('1', 7))
  subscriptions.add(STREAM, late.handlers)
  await Promise.resolve()
  expect(early.heard).toEqual(['ready 4', 'message 1'])
  expect(late.heard).toEqual(['ready 7'])
})

test('who leaves before it is greeted is not greeted', async () => {
  const subscriptions = new Subscriptions()
  const { heard, handlers } = recorder()
  subscriptions.takeReady({ [STREAM]: { version: 4, resumed: false } })
  subscriptions.add(STREAM, handlers)()
  await Promise.resolve()
  expect(heard).toEqual([])
})

test('a resumption is one only for who was there before and missed nothing', () => {
  const subscriptions = new Subscriptions()
  const { heard, handlers } = recorder()
  subscriptions.add(STREAM, handlers)
  const again = () => {
    subscriptions.takeReady({})
    subscriptions.takeReady({ [STREAM]: { version: 4, resumed: true } })
  }
  again()
  again()
  subscriptions.missedSome()
  again()
  expect(heard).toEqual(['ready 4', 'ready 4 resumed', 'ready 4'])
})

test('everything is ready when each followed stream is', () => {
  const subscriptions = new Subscriptions()
  expect(subscriptions.allReady()).toBe(true)
  const leave = subscriptions.add(STREAM, recorder().handlers)
  expect(subscriptions.allReady()).toBe(false)
  leave()
  expect(subscriptions.allReady()).toBe(true)
})

test('a reset reaches the streams it names', () => {
  const subscriptions = new Subscriptions()
  const one = recorder()
  const other = recorder()
  subscriptions.add(STREAM, one.handlers)
  subscriptions.add('public.show.b', other.handlers)
  subscriptions.tell({ event: 'reset', id: null, data: { at, streams: [STREAM] } })
  expect([one.heard, other.heard]).toEqual([['reset'], []])
})

test('a part that fails keeps nothing from the others and is reported', () => {
  vi.useFakeTimers()
  const subscriptions = new Subscriptions()
  const { heard, handlers } = recorder()
  subscriptions.add(STREAM, {
    onMessage: () => {
      throw new Error('broken banner')
    },
  })
  subscriptions.add(STREAM, handlers)
  subscriptions.tell(message('1'))
  expect(heard).toEqual(['message 1'])
  expect(() => vi.runAllTimers()).toThrow('broken banner')
  vi.useRealTimers()
})
