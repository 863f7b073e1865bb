import type { Consumer } from 'kafkajs'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ConsumerTurns, type Turn } from './consumer-turns.ts'

/** A consumer that opens when the test lets it, and leaves when the test lets it. */
class Opening {
  readonly opened = Promise.withResolvers<void>()
  left = Promise.withResolvers<void>()
  turn: Turn | null = null
  open = false
  disconnects = 0

  readonly consumer = {
    disconnect: async () => {
      this.disconnects += 1
      this.open = false
      await this.left.promise
    },
  } as unknown as Consumer
}

let openings: Opening[]
let turns: ConsumerTurns
beforeEach(() => {
  vi.useFakeTimers()
  openings = []
  turns = new ConsumerTurns(async (turn) => {
    const one = new Opening()
    openings.push(one)
    one.turn = turn
    turn.take(one.consumer)
    await one.opened.promise
    one.open = true
  })
})
afterEach(() => {
  vi.useRealTimers()
})

const settle = () => vi.advanceTimersByTimeAsync(0)
const at = (n: number): Opening => openings[n] ?? expect.unreachable()

/** A consumer that is open and leaves at once when told to. */
async function openOne(): Promise<Opening> {
  const opening = turns.next()
  await settle()
  const one = at(openings.length - 1)
  one.opened.resolve()
  one.left.resolve()
  await opening
  return one
}

describe('turns of consumers', () => {
  test('begin when the one before is over', async () => {
    const first = await openOne()
    expect(first.turn?.over).toBe(false)
    const second = await openOne()
    expect([first.turn?.over, first.open, second.turn?.over, second.open]).toEqual([true, false, false, true])
  })

  test('are one at a time, however often the next is asked for', async () => {
    const opening = turns.next()
    await Promise.all([turns.next(), turns.next()])
    expect([openings.length, turns.changing]).toEqual([1, true])
    at(0).opened.resolve()
    await opening
    expect([openings.length, turns.changing]).toEqual([1, false])
  })

  test('do not wait for ever for one that does not leave', async () => {
    const first = await openOne()
    first.left = Promise.withResolvers()
    const opening = turns.next()
    await vi.advanceTimersByTimeAsync(4_000)
    expect(openings).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(2_000)
    at(1).opened.resolve()
    await opening
    expect([first.turn?.over, at(1).open]).toEqual([true, true])
  })

  test('are over when the consumer does not open, which is then disconnected', async () => {
    const opening = turns.next()
    opening.catch(() => {})
    await settle()
    at(0).opened.reject(new Error('no broker'))
    await expect(opening).rejects.toThrow('no broker')
    expect([at(0).turn?.over, at(0).disconnects > 0, turns.changing]).toEqual([true, true, false])
  })

  test('are over when opening hangs, and what opens too late is closed again', async () => {
    const opening = turns.next()
    opening.catch(() => {})
    await vi.advanceTimersByTimeAsync(100_000)
    await expect(opening).rejects.toThrow('took longer than 90000 ms')
    at(0).left.resolve()
    const second = await openOne()
    at(0).opened.resolve()
    await settle()
    expect([at(0).turn?.over, at(0).open, second.open]).toEqual([true, false, true])
  })

  test('end for good when disposed of, even while one opens', async () => {
    const opening = turns.next()
    await settle()
    at(0).left.resolve()
    await turns[Symbol.asyncDispose]()
    at(0).opened.resolve()
    await opening
    await settle()
    await turns.next()
    expect([openings.length, at(0).turn?.over, at(0).open]).toEqual([1, true, false])
  })

  test('do not begin for a consumer that comes when its turn is over', async () => {
    await turns[Symbol.asyncDispose]()
    await turns.next()
    const first = new Opening()
    const lonely = await new Promise<Turn>((made) => {
      void new ConsumerTurns(async (turn) => made(turn)).next()
    })
    await lonely.end()
    expect(() => lonely.take(first.consumer)).toThrow('over')
  })
})
