import { expect, test } from 'vitest'
import { Waiters } from './waiters.ts'

test('all wait until it comes', async () => {
  const waiters = new Waiters()
  const staying = new AbortController().signal
  const waiting = [waiters.wait(staying), waiters.wait(staying)]
  expect(waiters.size).toBe(2)
  waiters.wake()
  await Promise.all(waiting)
  expect(waiters.size).toBe(0)
})

test('who goes waits no longer, and nothing of them is left', async () => {
  const waiters = new Waiters()
  const leaving = new AbortController()
  const waiting = waiters.wait(leaving.signal)
  void waiters.wait(new AbortController().signal)
  leaving.abort()
  await waiting
  await waiters.wait(leaving.signal)
  expect(waiters.size).toBe(1)
})
