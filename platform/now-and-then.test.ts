import { expect, it } from 'vitest'
import { nowAndThen } from './now-and-then.ts'

it('tells the same thing once in ten seconds, and other things meanwhile', () => {
  let nowMs = 0
  const told: string[] = []
  const tell = nowAndThen(() => nowMs)
  for (const [atMs, what] of [
    [0, 'aurora'],
    [500, 'aurora'],
    [600, 'luna'],
    [9_999, 'aurora'],
    [10_000, 'aurora'],
  ] as const) {
    nowMs = atMs
    tell(what, () => void told.push(`${what} ${atMs}`))
  }
  expect(told).toEqual(['aurora 0', 'luna 600', 'aurora 10000'])
})

it('remembers so many things, and begins anew with one more', () => {
  const tell = nowAndThen(() => 0)
  const told: string[] = []
  const fail = (what: string) => tell(what, () => void told.push(what))
  for (let n = 0; n < 1_000; n += 1) fail(`${n}`)
  fail('0')
  expect(told).toHaveLength(1_000)
  fail('one more')
  fail('0')
  expect(told.slice(1_000)).toEqual(['one more', '0'])
})
