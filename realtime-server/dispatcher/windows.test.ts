import { beforeEach, describe, expect, test } from 'vitest'
import { GRAIN_MS, Windows } from './windows.ts'

interface Item {
  readonly lane: string
  readonly windowMs: number
  readonly name: string
}

let windows: Windows<Item>
beforeEach(() => {
  windows = new Windows()
})

const comes = (name: string, lane = 'show', windowMs = 250) => windows.add({ lane, windowMs, name })
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

test('lanes that have gone quiet are forgotten', () => {
  for (let show = 0; show < 10_000; show += 1) {
    comes('a', `show ${show}`)
    leaves(show)
    expect(windows.lanes).toBeLessThanOrEqual(1_252)
  }
})
