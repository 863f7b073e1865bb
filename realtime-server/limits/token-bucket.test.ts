import { expect, test } from 'vitest'
import { TokenBucket } from './token-bucket.ts'

const taken = (bucket: TokenBucket, nowMs: number, tries: number) =>
  Array.from({ length: tries }, () => bucket.take(nowMs)).filter(Boolean).length

test('a bucket may be emptied at once and fills bit by bit, never to more than it was', () => {
  const bucket = new TokenBucket({ burst: 5, perSecond: 2 }, 0)
  expect(taken(bucket, 0, 10)).toBe(5)
  expect(taken(bucket, 499, 10)).toBe(0)
  expect(taken(bucket, 500, 10)).toBe(1)
  expect(taken(bucket, 2_000, 10)).toBe(3)
  expect(taken(bucket, 1e9, 10)).toBe(5)
})

test('who is refused has not set it back', () => {
  const bucket = new TokenBucket({ burst: 1, perSecond: 1 }, 0)
  bucket.take(0)
  for (let ms = 100; ms < 1_000; ms += 100) expect(bucket.take(ms)).toBe(false)
  expect(bucket.take(1_000)).toBe(true)
})

test('a clock that goes back gives nothing', () => {
  const bucket = new TokenBucket({ burst: 1, perSecond: 1 }, 10_000)
  expect(taken(bucket, 10_000, 2)).toBe(1)
  expect(taken(bucket, 0, 2)).toBe(0)
  expect(taken(bucket, 10_999, 2)).toBe(0)
  expect(taken(bucket, 11_000, 2)).toBe(1)
})
