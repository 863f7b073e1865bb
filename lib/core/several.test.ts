import { expect, it } from 'vitest'
import { several } from './several.ts'

it('answers in the order of the questions, with no more than eight of them under way', async () => {
  let [now, most] = [0, 0]
  const answers = await several([...Array(30).keys()], async (number) => {
    most = Math.max(most, ++now)
    await new Promise((done) => setImmediate(done))
    now--
    return number * 2
  })
  expect(answers).toEqual([...Array(30).keys()].map((number) => number * 2))
  expect(most).toBe(8)
})

it('fails as the first of them that fails', async () => {
  const ask = async (number: number) => {
    if (number === 3) throw new Error('three')
    return number
  }
  await expect(several([1, 2, 3, 4], ask)).rejects.toThrow('three')
})

it('asks nothing more once one of them has failed', async () => {
  const asked: number[] = []
  const others = Promise.withResolvers<void>()
  const ask = async (number: number) => {
    asked.push(number)
    if (number === 0) throw new Error('down')
    await others.promise
  }
  await expect(several([...Array(30).keys()], ask)).rejects.toThrow('down')
  others.resolve()
  await new Promise((done) => setImmediate(done)) // by then, whoever would go on has
  expect(asked).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
})
