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
