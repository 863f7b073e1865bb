import { expect, it } from 'vitest'
import { oneMore } from './one-more.ts'

it('asked once, works once; asked often meanwhile, once more', async () => {
  const begun: PromiseWithResolvers<void>[] = []
  const ask = oneMore(() => {
    const turn = Promise.withResolvers<void>()
    begun.push(turn)
    return turn.promise
  })
  const settled = async () => {
    begun.at(-1)?.resolve()
    await new Promise(setImmediate)
  }
  ask()
  expect(begun).toHaveLength(1)
  for (let time = 0; time < 5; time++) ask()
  expect(begun).toHaveLength(1)
  await settled()
  expect(begun).toHaveLength(2)
  await settled()
  expect(begun).toHaveLength(2)
  ask()
  expect(begun).toHaveLength(3)
  await settled()
})
