import { describe, expect, it } from 'vitest'
import type { NodeInfo } from '../registry/registry.ts'
import { SlowStart, shareAt } from './slow-start.ts'

const node = (id: string, connections = 0, state: NodeInfo['state'] = 'ready'): NodeInfo => ({
  ...{ id, url: `http://${id}`, slot: 0 },
  ...{ state, connections },
})

describe('slow start', () => {
  it.each([
    [0, 0.1],
    [5_000, 0.55],
    [10_000, 1],
    [60_000, 1],
    [-1, 0.1],
    [Number.POSITIVE_INFINITY, 1],
  ])('gives a node that has been ready for %d ms %d of its share', (readyForMs, share) => {
    expect(shareAt(readyForMs)).toBeCloseTo(share)
  })

  it('begins when a node is first seen ready, not when it is first seen', () => {
    const slowStart = new SlowStart()
    slowStart.note([], 0)
    slowStart.note([node('new', 0, 'starting')], 1_000)
    slowStart.note([node('new')], 4_000)
    slowStart.note([node('new', 900)], 9_000) // what it got meanwhile does not end it early
    expect(slowStart.shareOf('new', 9_000)).toBeCloseTo(0.55)
    expect(slowStart.shareOf('new', 14_000)).toBe(1)
  })

  it('passes over nodes that were there before us, that hold viewers already, or that nobody knows', () => {
    const slowStart = new SlowStart()
    slowStart.note([node('here before')], 0)
    slowStart.note([node('here before'), node('under a new id', 700)], 1_000)
    for (const id of ['here before', 'under a new id', 'unknown']) expect(slowStart.shareOf(id, 1_000)).toBe(1)
  })

  it('remembers only nodes that are listed', () => {
    const slowStart = new SlowStart()
    slowStart.note([], 0)
    slowStart.note([node('a')], 0)
    slowStart.note([], 20_000)
    slowStart.note([node('a')], 30_000)
    expect(slowStart.shareOf('a', 30_000)).toBeCloseTo(0.1)
  })
})
