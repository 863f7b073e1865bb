import { MutationObserver, QueryClient } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import { ProblemError } from '#components/api/problem-error.ts'
import { type ReceivedHold, received } from '#components/checkout/received-hold.ts'
import { reserving } from './reserving.ts'

const items = [{ tierId: 'fair', quantity: 1, seatIds: ['s-B1'] }]

function aHold(): ReceivedHold {
  const at = '2026-12-01T12:00:00.000Z'
  const total = { amount: 3_000, currency: 'GBP', fees: 0 } as const
  const rest = { items, serverNow: at, expiresAt: at, extensionsLeft: 10, total, status: 'active' } as const
  return received({ id: 'h1', showId: 's1', ...rest }, 0, 0)
}

/** Asks as often as there are answers; tells what happened and which keys went out. */
async function asks(...answers: (Error | ReceivedHold)[]) {
  const happened: string[] = []
  const keys: string[] = []
  const ask = async (_: unknown, key: string) => {
    keys.push(key)
    const answer = answers[keys.length - 1]
    if (answer instanceof Error || answer === undefined) throw answer
    return answer
  }
  const observer = new MutationObserver(
    new QueryClient(),
    reserving(`show-${crypto.randomUUID()}`, {
      ask,
      onAsk: () => happened.push('asked'),
      onHeld: ({ id }) => happened.push(`held ${id}`),
      onRefused: () => happened.push('refused'),
    }),
  )
  for (const _ of answers) await observer.mutate(items).catch(() => {})
  return { happened, sameKey: new Set(keys).size === 1 }
}

const problem = (status: number) => new ProblemError({ type: 'core/unavailable-items', title: 'Gone', status })

describe('reserving', () => {
  it.each([
    ['the network is gone', new TypeError('Failed to fetch')],
    ['nothing came in time', new DOMException('late', 'TimeoutError')],
    ['the storefront could not', problem(503)],
    ['too many asked', problem(429)],
  ])('is not refused when %s: the same is asked again with the same key', async (_, lost) => {
    expect(await asks(lost, aHold())).toEqual({ happened: ['asked', 'asked', 'held h1'], sameKey: true })
  })

  it('is refused when the storefront says so, and what is asked next is another reservation', async () => {
    expect(await asks(problem(409), aHold())).toEqual({
      happened: ['asked', 'refused', 'asked', 'held h1'],
      sameKey: false,
    })
  })
})
