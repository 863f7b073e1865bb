import { describe, expect, it, vi } from 'vitest'
import { NotSentError } from './not-sent-error.ts'
import { patiently, type World } from './patiently.ts'
import { ProblemError } from './problem-error.ts'

const problem = (type: string, status: number) => new ProblemError({ type, title: type, status })
const noNetwork = new TypeError('Failed to fetch')
const tooLate = new DOMException('The operation timed out.', 'TimeoutError')
const away = problem('storefront/core-unavailable', 503)
const gone = problem('core/hold-expired', 410)
const many = problem('storefront/too-many-attempts', 429)

/** What one try comes to, and how the world is meanwhile. */
interface Try {
  readonly fails?: unknown
  readonly offlineBefore?: boolean
  readonly offlineAfter?: boolean
  readonly tookMs?: number
  readonly hiddenDuring?: boolean
}

const offline = { fails: noNetwork, offlineBefore: true, offlineAfter: true }

async function asked(tries: readonly Try[], mayHaveArrived = false) {
  let nowMs = 0
  let at = -1
  let over = false
  let watching = true
  const world: World = {
    isOffline: () => Boolean(over ? tries[at]?.offlineAfter : tries[at + 1]?.offlineBefore),
    watchHidden: () => ({
      wasHidden: () => tries.slice(0, at + 1).some(({ hiddenDuring }) => hiddenDuring),
      stop: () => {
        watching = false
      },
    }),
    nowMs: () => nowMs,
    sleep: async () => {
      over = false
    },
  }
  const ask = vi.fn(async () => {
    at += 1
    over = true
    const { fails, tookMs = 10 } = tries[at] ?? {}
    nowMs += tookMs
    if (fails !== undefined) throw fails
    return 'done'
  })
  const outcome = await patiently(ask, mayHaveArrived, world).catch((error: unknown) => error)
  expect(watching, 'nobody looks any more').toBe(false)
  return { outcome, times: ask.mock.calls.length }
}

describe('a change that is asked for', () => {
  it('is asked for again where no answer came, twice more and no oftener', async () => {
    expect(await asked([{ fails: noNetwork }, { fails: away }, {}])).toEqual({ outcome: 'done', times: 3 })
    expect(await asked(Array(5).fill({ fails: away }))).toEqual({ outcome: away, times: 3 })
  })

  it('and refused is not asked for again', async () => {
    expect(await asked([{ fails: gone }, {}])).toEqual({ outcome: gone, times: 1 })
  })

  it('is given up on when nobody sees the page any more: it is not done behind their back', async () => {
    expect(await asked([{ fails: noNetwork, hiddenDuring: true }, {}])).toEqual({ outcome: noNetwork, times: 1 })
    expect(await asked([{ hiddenDuring: true }]), 'but heard of').toEqual({ outcome: 'done', times: 1 })
  })

  it('is given up on when the machine slept meanwhile', async () => {
    expect(await asked([{ fails: noNetwork, tookMs: 3_600_000 }, {}])).toEqual({ outcome: noNetwork, times: 1 })
  })

  it('without a network, before and after it failed at once, was not sent, and is not sent later', async () => {
    const { outcome, times } = await asked([offline, {}])
    expect(outcome).toBeInstanceOf(NotSentError)
    expect(times).toBe(1)
  })

  it.each<[string, Try]>([
    ['the network went away on the way', { ...offline, offlineBefore: false }],
    ['there was none before, and there is one now', { ...offline, offlineAfter: false }],
    ['the browser believes to be offline and is not', { ...offline, tookMs: 800 }],
    ['it was given up on', { ...offline, fails: tooLate }],
    ['there was an answer, whatever the browser believes', { ...offline, fails: away }],
  ])('may have been sent where %s, and so may all that follow', async (_, first) => {
    const { outcome } = await asked([first, offline, offline])
    expect(outcome).not.toBeInstanceOf(NotSentError)
  })

  it('that may have arrived before is not called unsent', async () => {
    expect((await asked(Array(3).fill(offline), true)).outcome).toBe(noNetwork)
  })

  it('is not told as turned away for now when an earlier try may have arrived', async () => {
    expect((await asked([{ fails: noNetwork }, { fails: many }])).outcome).toBe(noNetwork)
    expect((await asked([{ fails: many }])).outcome).toBe(many)
  })
})
