import { expect, test } from 'vitest'
import { createRandom, hashText } from './random.ts'

const draws = (seed: number) => {
  const random = createRandom(seed)
  return [random.next(), random.between(5, 9), random.whole(1, 6), random.shuffle([1, 2, 3, 4])]
}

test('the same seed gives the same draws and another seed gives others', () => {
  expect(draws(42)).toEqual(draws(42))
  expect(draws(42)).not.toEqual(draws(43))
})

test('draws stay inside their bounds and reach both ends of a whole range', () => {
  const random = createRandom(7)
  const rolls = Array.from({ length: 400 }, () => random.whole(1, 6))
  expect(new Set(rolls)).toEqual(new Set([1, 2, 3, 4, 5, 6]))
  for (let draw = 0; draw < 400; draw++) {
    const value = random.between(-2, 3)
    expect(value).toBeGreaterThanOrEqual(-2)
    expect(value).toBeLessThan(3)
  }
})

test('a shuffle keeps every item and leaves the list alone', () => {
  const list = [1, 2, 3, 4, 5, 6, 7, 8]
  const mixed = createRandom(1).shuffle(list)
  expect([...mixed].sort()).toEqual(list)
  expect(list).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
})

test('texts that differ by one letter hash apart', () => {
  const keys = Array.from({ length: 2000 }, (_, index) => `show-${index}`)
  expect(new Set(keys.map(hashText)).size).toBe(keys.length)
})
