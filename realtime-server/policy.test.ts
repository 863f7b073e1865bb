import { expect, test } from 'vitest'
import { MESSAGES } from '#contracts/message.ts'
import { policyOf } from './policy.ts'

test.each(['order.updated', 'inbox', 'session.ended', 'config', 'promotional'])('%s is never merged', (event) => {
  expect(policyOf({ event })).toEqual({ kind: 'all' })
})

test.each(['ticket.sold', 'ticket.held', 'ticket.released', 'show.updated'])(
  '%s is merged for a quarter of a second, in one lane with the other changes of its show',
  (event) => {
    expect(policyOf({ event, version: 7 })).toMatchObject({ kind: 'merge', windowMs: 250, lane: 'availability' })
  },
)

test('a sale is prompt, and nothing else is', () => {
  const prompt = (event: string) => {
    const policy = policyOf({ event, version: 7 })
    return policy.kind !== 'all' && policy.prompt
  }
  expect(Object.keys(MESSAGES).filter(prompt)).toEqual(['ticket.sold'])
})

test('a change that belongs to no chain of versions is not merged into one', () => {
  expect(policyOf({ event: 'ticket.sold' })).toEqual({ kind: 'all' })
})

test('of counts only the latest counts, every two seconds', () => {
  expect(policyOf({ event: 'viewers' })).toMatchObject({ kind: 'latest', windowMs: 2_000 })
})

test('of what tells staff that sales were counted only the newest counts, every second', () => {
  expect(policyOf({ event: 'sales' })).toMatchObject({ kind: 'latest', windowMs: 1_000 })
})

test('what we do not know is left alone', () => {
  for (const event of ['ticket.scanned', 'constructor'])
    expect(policyOf({ event, version: 1 })).toEqual({ kind: 'all' })
})

test('there is one for every event', () => {
  for (const event of Object.keys(MESSAGES)) expect(policyOf({ event, version: 1 }).kind).toMatch(/all|merge|latest/)
})
