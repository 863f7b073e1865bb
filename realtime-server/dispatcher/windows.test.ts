import { beforeEach, describe, expect, test } from 'vitest'
import { Chance } from '../test/simulation/chance.ts'
import { GRAIN_MS, Windows } from './windows.ts'

interface Item {
  readonly lane: string
  readonly windowMs: number
  readonly prompt: boolean
  readonly name: string
}

let windows: Windows<Item>
beforeEach(() => {
  windows = new Windows()
})

const comes = (name: string, lane = 'show', windowMs = 250) => windows.add({ lane, windowMs, prompt: false, name })
const sold = (name: string, lane = 'show') => windows.add({ lane, windowMs: 250, prompt: true, name })
const leaves = (nowMs: number, hurry = false) => windows.due(nowMs, hurry).map(({ name }) => name)

describe('what comes', () => {
  test('alone leaves at once', () => {
    comes('a')
    expect(leaves(1_000)).toEqual(['a'])
    expect(windows.nextMs()).toBeNull()
  })

  test('together leaves at once, together', () => {
    for (const name of ['a', 'b', 'c']) comes(name)
    expect(leaves(1_000)).toEqual(['a', 'b', 'c'])
  })

  test('within a window leaves at its end, in order', () => {
    comes('a')
    leaves(1_000)
    comes('b')
    expect(leaves(1_001)).toEqual([])
    comes('c')
    expect([leaves(1_239), windows.nextMs(), windows.size]).toEqual([[], 1_250, 2])
    expect([leaves(1_250), windows.nextMs(), windows.size]).toEqual([['b', 'c'], null, 0])
  })

  test('in a rush leaves once per window', () => {
    const left: number[] = []
    for (let nowMs = 0; nowMs < 10_000; nowMs += 5) {
      comes(`${nowMs}`)
      if (leaves(nowMs).length > 0) left.push(nowMs)
    }
    expect(left.length).toBeLessThanOrEqual(10_000 / (250 - GRAIN_MS) + 1)
    expect(left.length).toBeGreaterThanOrEqual(10_000 / 250)
  })

  test('after a window in which nothing came leaves at once', () => {
    comes('a')
    leaves(1_000)
    comes('b')
    expect(leaves(1_250)).toEqual(['b'])
    comes('c')
    expect(leaves(1_400)).toEqual([])
    expect(leaves(1_500)).toEqual(['c'])
    comes('d')
    expect(leaves(1_751)).toEqual(['d'])
  })

  test('does not wait for another lane, nor for that one’s windows', () => {
    comes('a')
    leaves(1_000)
    comes('b')
    comes('x', 'another show')
    comes('n', 'counts', 2_000)
    expect(leaves(1_100)).toEqual(['x', 'n'])
    comes('m', 'counts', 2_000)
    expect(leaves(1_250)).toEqual(['b'])
    expect([windows.nextMs(), leaves(3_100)]).toEqual([3_100, ['m']])
  })

  test('leaves now when there is no time to wait', () => {
    comes('a')
    leaves(1_000)
    comes('b')
    expect(leaves(1_001, true)).toEqual(['b'])
  })

  test('leaves with what ends a moment earlier', () => {
    comes('a', 'one')
    leaves(1_000)
    comes('b', 'another')
    leaves(1_000 + GRAIN_MS)
    comes('c', 'one')
    comes('d', 'another')
    expect(leaves(1_250)).toEqual(['c', 'd'])
  })
})

describe('what is prompt', () => {
  test('ends a window in which nothing prompt left, and leaves behind what waited in it', () => {
    comes('held a')
    leaves(1_000)
    comes('held b')
    expect(leaves(1_100)).toEqual([])
    sold('sold a')
    expect(leaves(1_101)).toEqual(['held b', 'sold a'])
  })

  test('waits where something prompt has just left, with what comes meanwhile, in order', () => {
    sold('sold a')
    leaves(1_000)
    comes('held b')
    sold('sold b')
    comes('held c')
    expect([leaves(1_239), windows.nextMs()]).toEqual([[], 1_250])
    expect(leaves(1_250)).toEqual(['held b', 'sold b', 'held c'])
    sold('sold c')
    expect(leaves(1_400)).toEqual([])
    expect(leaves(1_500)).toEqual(['sold c'])
  })

  test('begins a window of its own when it ends one', () => {
    comes('held a')
    leaves(1_000)
    sold('sold a')
    leaves(1_200)
    comes('held b')
    sold('sold b')
    expect([leaves(1_439), leaves(1_450)]).toEqual([[], ['held b', 'sold b']])
  })

  test('does not end another lane’s window', () => {
    comes('held a')
    leaves(1_000)
    comes('held b')
    sold('sold', 'another show')
    expect(leaves(1_100)).toEqual(['sold'])
  })
})

describe('whatever comes when,', () => {
  interface Coming {
    readonly atMs: number
    readonly prompt: boolean
  }
  /** Some seconds of a show: when it came and when it left, in order of leaving. */
  function evening(seed: number): (Coming & { readonly name: string; readonly leftMs: number })[] {
    const chance = new Chance(seed)
    const [paceMs, share] = [chance.pick([2, 30, 300]), chance.next()]
    windows = new Windows()
    const came: Coming[] = []
    const left: { name: string; leftMs: number }[] = []
    let nextMs = 0
    for (let nowMs = 0; nowMs < 4_000; nowMs += 1) {
      if (nowMs === nextMs && nowMs < 3_500) {
        const one = { atMs: nowMs, prompt: chance.happens(share) }
        if (one.prompt) sold(`${came.push(one) - 1}`)
        else comes(`${came.push(one) - 1}`)
        nextMs += chance.between(1, 2 * paceMs)
      }
      for (const name of leaves(nowMs)) left.push({ name, leftMs: nowMs })
    }
    expect(windows.size).toBe(0)
    return left.map((one) => ({ ...one, ...(came[Number(one.name)] as Coming) }))
  }

  test.each(Array.from({ length: 60 }, (_, i) => i + 1))('it leaves in order, soon, and seldom: evening %i', (seed) => {
    const told = evening(seed)
    expect(told.map(({ name }) => name)).toEqual(told.map((_, i) => `${i}`))
    const prompt = told.filter((one) => one.prompt)
    for (const [i, { atMs, leftMs }] of prompt.entries()) {
      const before = prompt.slice(0, i).findLast((other) => other.leftMs < leftMs)
      if (before === undefined || before.leftMs + 250 <= atMs) expect(leftMs).toBe(atMs)
    }
    for (const { atMs, leftMs } of told) expect(leftMs - atMs).toBeLessThanOrEqual(250)
    const goes = [...new Set(told.map(({ leftMs }) => leftMs))]
    for (const [i, atMs] of goes.entries()) {
      // Of three in a row the last is a window after the one that was prompt, which is the second at the latest.
      expect((goes[i + 2] ?? Number.POSITIVE_INFINITY) - atMs).toBeGreaterThanOrEqual(250 - GRAIN_MS)
    }
  })
})

test('lanes that have gone quiet are forgotten', () => {
  for (let show = 0; show < 10_000; show += 1) {
    comes('a', `show ${show}`)
    leaves(show)
    expect(windows.lanes).toBeLessThanOrEqual(1_252)
  }
})
