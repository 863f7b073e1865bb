import { expect, test } from 'vitest'
import { CountedShares } from './counted-shares.ts'

test('each has a share, and is forgotten when all is given back', () => {
  const shares = new CountedShares(2)
  const giveBack = [shares.enter('a')]
  expect(shares.isFull('a')).toBe(false)
  giveBack.push(shares.enter('a'), shares.enter('b'))
  expect([shares.isFull('a'), shares.isFull('b'), shares.isFull('c')]).toEqual([true, false, false])
  giveBack[0]?.()
  expect(shares.isFull('a')).toBe(false)
  giveBack[1]?.()
  giveBack[2]?.()
  expect(shares.size).toBe(0)
})

test('who got more than a share has to give that back before there is room', () => {
  const shares = new CountedShares(1)
  const giveBack = [shares.enter('a'), shares.enter('a')]
  giveBack[0]?.()
  expect(shares.isFull('a')).toBe(true)
  giveBack[1]?.()
  expect(shares.isFull('a')).toBe(false)
})
