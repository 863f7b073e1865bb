import { expect, it } from 'vitest'
import { createLog } from '#platform/log.ts'
import { openBackground } from './background.ts'

function setUp() {
  const waitedFor: Promise<unknown>[] = []
  return { waitedFor, background: openBackground(createLog('test', 'silent'), (work) => waitedFor.push(work)) }
}

it('has whoever ends the process wait for what is under way, whether it fails or not', async () => {
  const { background, waitedFor } = setUp()
  const done: string[] = []
  background.run('one', async () => void done.push(await Promise.resolve('one')))
  background.run('another', () => Promise.reject(new Error('it fails')))
  await expect(Promise.all(waitedFor)).resolves.toHaveLength(2)
  expect(done).toEqual(['one'])
})

it('tells it that the process is about to end, and what begins later, too', async () => {
  const { background } = setUp()
  const heard: boolean[] = []
  const begun = Promise.withResolvers<AbortSignal>()
  background.run('a pause', async (ending) => {
    begun.resolve(ending)
    await new Promise((over) => ending.addEventListener('abort', over))
    heard.push(true)
  })
  expect((await begun.promise).aborted).toBe(false)
  background.hurry()
  background.run('later', async (ending) => void heard.push(ending.aborted))
  await background.settled()
  expect(heard.toSorted()).toEqual([true, true])
})

it('begins no more than it can hold', async () => {
  const { background, waitedFor } = setUp()
  const over = Promise.withResolvers<void>()
  const begun = Array.from({ length: 101 }, () => background.run('waiting', () => over.promise))
  expect(begun.filter((one) => !one)).toHaveLength(1)
  expect(waitedFor).toHaveLength(100)
  over.resolve()
  await background.settled()
  expect(background.run('one more', async () => {})).toBe(true)
})
