import { expect, test } from 'vitest'
import type { Tail } from '../history/history.ts'
import { TailReader } from './tail-reader.ts'

/** A history whose answers wait until the test gives them. */
function gatedHistory() {
  const calls: { names: readonly string[]; answer(): void; fail(): void }[] = []
  const tails = (names: readonly string[]) =>
    new Promise<Tail[]>((resolve, reject) => {
      const found = names.map((name) => ({ cursor: { epoch: name, ms: 1, seq: 0 } }))
      calls.push({ names: [...names], answer: () => resolve(found), fail: () => reject(new Error('away')) })
    })
  return { calls, tails }
}
const turn = () => new Promise((next) => setImmediate(next))

test('tails asked for while others are read come with the next call, each to who asked', async () => {
  const history = gatedHistory()
  const reader = new TailReader(history)
  const first = reader.read('a')
  await turn()
  const [second, third] = [reader.read('b'), reader.read('c')]
  await turn()
  expect(history.calls.map(({ names }) => names)).toEqual([['a']])
  history.calls[0]?.answer()
  expect((await first).cursor.epoch).toBe('a')
  await turn()
  expect(history.calls.map(({ names }) => names)).toEqual([['a'], ['b', 'c']])
  history.calls[1]?.answer()
  expect([(await second).cursor.epoch, (await third).cursor.epoch]).toEqual(['b', 'c'])
})

test('a call that fails fails for those who asked in it, and for nobody after', async () => {
  const history = gatedHistory()
  const reader = new TailReader(history)
  const failed = reader.read('a').catch((error: Error) => error.message)
  await turn()
  const next = reader.read('b')
  history.calls[0]?.fail()
  expect(await failed).toBe('away')
  await turn()
  history.calls[1]?.answer()
  expect((await next).cursor.epoch).toBe('b')
})
