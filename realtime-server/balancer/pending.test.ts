import { expect, it } from 'vitest'
import { Pending } from './pending.ts'

it('remembers what was sent until the node has certainly counted it', () => {
  const pending = new Pending()
  pending.sent('a')
  pending.sent('a')
  pending.refreshed()
  pending.sent('a')
  expect(pending.of('a')).toBe(3)
  expect(pending.of('b')).toBe(0)
  pending.refreshed()
  expect(pending.of('a')).toBe(3)
  pending.refreshed()
  expect(pending.of('a')).toBe(1)
  pending.refreshed()
  expect(pending.of('a')).toBe(0)
})
