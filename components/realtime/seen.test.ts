import { expect, test } from 'vitest'
import { Seen } from './seen.ts'

test('an id is first once per stream', () => {
  const seen = new Seen()
  expect(seen.first('public.show.a', 'e-1-0')).toBe(true)
  expect(seen.first('public.show.a', 'e-1-0')).toBe(false)
  expect(seen.first('public.show.b', 'e-1-0')).toBe(true)
})

test('remembers as much of a stream as a resume can replay, and not more', () => {
  const seen = new Seen()
  for (let n = 0; n < 513; n += 1) seen.first('public.show.a', `e-${n}-0`)
  expect(seen.first('public.show.a', 'e-1-0')).toBe(false)
  expect(seen.first('public.show.a', 'e-0-0')).toBe(true)
})

test('forgets the stream that has been quiet longest', () => {
  const seen = new Seen()
  for (let n = 0; n < 64; n += 1) seen.first(`public.show.${n}`, 'e-1-0')
  expect(seen.first('public.show.0', 'e-1-0')).toBe(false)
  seen.first('public.show.new', 'e-1-0')
  expect(seen.first('public.show.0', 'e-1-0')).toBe(false)
  expect(seen.first('public.show.1', 'e-1-0')).toBe(true)
})
