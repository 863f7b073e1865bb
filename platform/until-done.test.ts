import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createLog } from './log.ts'
import { untilDone } from './until-done.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** What is done at the third attempt, and what the log says meanwhile. */
async function doneAtTheThird(wanted: () => boolean, failure?: string) {
  const lines: string[] = []
  const log = createLog('test', 'info', { write: (line) => void lines.push(JSON.parse(line).msg) })
  let attempts = 0
  const attempt = async () => {
    attempts += 1
    if (attempts < 3) throw new Error('not yet')
  }
  const done = untilDone(wanted, log, attempt, failure)
  await vi.runAllTimersAsync()
  return { done: await done, attempts, lines }
}

it('what fails is tried until it works, and the log says each time what that is', async () => {
  const failure = 'a mail could not be noted; tried again'
  expect(await doneAtTheThird(() => true, failure)).toEqual({ done: true, attempts: 3, lines: [failure, failure] })
})

it('it is a batch unless somebody says otherwise', async () => {
  const { lines } = await doneAtTheThird(() => true)
  expect(new Set(lines)).toEqual(new Set(['a batch failed and is tried again']))
})

it('what nobody wants any more is not tried again', async () => {
  let left = 1
  expect(await doneAtTheThird(() => left-- > 0)).toMatchObject({ done: false, attempts: 1 })
})
