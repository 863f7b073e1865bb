import { describe, expect, it } from 'vitest'
import { ProblemError } from '#components/api/problem-error.ts'
import { askIfOnline, NotSentError } from './not-sent-error.ts'

const noNetwork = new TypeError('Failed to fetch')
const refused = new ProblemError({ type: 'storefront/not-found', title: 'No', status: 404 })
const tooLate = new DOMException('The operation timed out.', 'TimeoutError')

/** Says, one after the other, whether there is no network. */
const offline = (...answers: boolean[]) => {
  const left = [...answers]
  return () => left.shift() === true
}
const thrown = (error: Error, ...answers: boolean[]) =>
  askIfOnline(() => Promise.reject(error), offline(...answers)).catch((caught: unknown) => caught)

describe('asking', () => {
  it('without a network, before and after it failed, sent nothing', async () => {
    expect(await thrown(noNetwork, true, true)).toBeInstanceOf(NotSentError)
  })
  it.each([
    ['the network went away on the way', noNetwork, false, true],
    ['there was none before, and there is one now', noNetwork, true, false],
    ['there was one all the time', noNetwork, false, false],
    ['it was given up on', tooLate, true, true],
    ['there was an answer, whatever the browser believes', refused, true, true],
  ] as const)('may have sent something where %s', async (_, error, before, after) => {
    expect(await thrown(error, before, after)).toBe(error)
  })
  it('is done though the browser believes to be offline, and may succeed', async () => {
    expect(await askIfOnline(() => Promise.resolve('yes'), offline(true))).toBe('yes')
  })
})
