import { describe, expect, it } from 'vitest'
import { ProblemError } from '#components/api/problem-error.ts'
import { lookAgainMs, type TicketsAsked, ticketsNews } from './tickets-news.ts'

const first: TicketsAsked = { dataUpdatedAt: 0, errorUpdatedAt: 0, error: null, fetchStatus: 'fetching' }
const problem = (status: number) => new ProblemError({ type: 'storefront/x', title: 'x', status })
const away = { ...first, errorUpdatedAt: 5, error: problem(503), fetchStatus: 'idle' } as const

describe('tickets that are not there yet', () => {
  it.each([
    ['asked for the first time', first, 'ticketsLoading'],
    ['not made out yet', { ...first, dataUpdatedAt: 5, fetchStatus: 'idle' }, 'ticketsLoading'],
    ['not to be had from a core that is away', away, 'ticketsAway'],
    ['asked for again after that', { ...away, error: null, fetchStatus: 'fetching' }, 'ticketsAway'],
    ['not made out yet by a core that was away', { ...away, error: null, dataUpdatedAt: 9 }, 'ticketsLoading'],
    ['asked for too often', { ...away, error: problem(429) }, 'ticketsAway'],
    ['waiting for a network', { ...first, fetchStatus: 'paused' }, 'ticketsOffline'],
    ['not this browser’s any more', { ...away, error: problem(404) }, 'unknownText'],
  ] as const)('and %s are told as that', (_, asked, news) => {
    expect(ticketsNews(asked)).toBe(news)
  })

  it('are looked for until they are there, and less often while nobody answers', () => {
    expect(lookAgainMs(first, 2)).toBe(false)
    expect(lookAgainMs({ ...away, error: problem(404) }, 0)).toBe(false)
    expect(Number(lookAgainMs(away, 0))).toBeGreaterThan(Number(lookAgainMs(first, 0)))
  })
})
