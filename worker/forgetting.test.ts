import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Prisma } from '#generated/prisma/client.ts'
import { createLog } from '#platform/log.ts'
import { startForgetting } from './forgetting.ts'

const MINUTE_MS = 60_000
const log = createLog('test', 'silent')

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** As much of a database as is asked: notes the function, and answers how many rows went. */
function databaseThat(answer: (asked: string) => number | Promise<number>) {
  const asked: string[] = []
  const $queryRaw = async (query: Prisma.Sql) => {
    const name = /forget_\w+/.exec(query.sql)?.[0] ?? ''
    asked.push(name)
    return [{ gone: BigInt(await answer(name)) }]
  }
  return { asked, database: { $queryRaw } as unknown as Parameters<typeof startForgetting>[0] }
}

it('begins within minutes, at a moment of its own, and comes again every hour', async () => {
  const { asked, database } = databaseThat(() => 0)
  await using _forgetting = startForgetting(database, log)
  await using _apart = startForgetting(database, log, 10 * MINUTE_MS)
  await vi.advanceTimersByTimeAsync(5 * MINUTE_MS)
  expect(asked).toHaveLength(8)
  expect(new Set(asked).size).toBe(8)
  await vi.advanceTimersByTimeAsync(5 * MINUTE_MS)
  expect(asked, 'the other one').toHaveLength(16)
  await vi.advanceTimersByTimeAsync(61 * MINUTE_MS)
  expect(asked).toHaveLength(32)
})

it('does not begin at once, and not at all once it is told to stop', async () => {
  const { asked, database } = databaseThat(() => 0)
  vi.spyOn(Math, 'random').mockReturnValueOnce(0.5)
  const forgetting = startForgetting(database, log)
  await vi.advanceTimersByTimeAsync(2 * MINUTE_MS)
  await forgetting[Symbol.asyncDispose]()
  await vi.advanceTimersByTimeAsync(90 * MINUTE_MS)
  expect(asked).toEqual([])
})

it('leaves the rest of what it has no time for to the next hour, and goes on with the other kinds', async () => {
  const wait = (ms: number) => new Promise((wake) => setTimeout(wake, ms))
  const { asked, database } = databaseThat((name) => (name === 'forget_old_mail' ? wait(4_000).then(() => 1) : 0))
  await using _forgetting = startForgetting(database, log, 0)
  await vi.advanceTimersByTimeAsync(10 * MINUTE_MS)
  expect(asked.filter((name) => name === 'forget_old_mail')).toHaveLength(16)
  expect(asked.at(-1)).toBe('forget_old_order_lookups')
})

it('stops after the portion under way', async () => {
  const { asked, database } = databaseThat(() => new Promise((wake) => setTimeout(() => wake(1), 4_000)))
  const forgetting = startForgetting(database, log, 0)
  await vi.advanceTimersByTimeAsync(1_000)
  const over = forgetting[Symbol.asyncDispose]()
  await vi.advanceTimersByTimeAsync(4_000)
  await over
  expect(asked).toEqual(['forget_old_holds'])
})
