import { describe, expect, it } from 'vitest'
import type { NodeInfo } from '../registry/registry.ts'
import { choose } from './choose.ts'

const node = (id: string, connections = 0, state: NodeInfo['state'] = 'ready'): NodeInfo => ({
  id,
  url: `http://${id}`,
  slot: 0,
  state,
  connections,
})

/** Draws the given numbers, in order. */
const draws = (...numbers: number[]) => {
  const left = [...numbers]
  return () => left.shift() ?? 0
}
const none = () => 0

describe('choosing a node', () => {
  it.each([
    ['nobody, when there is nobody', [], none, draws(), undefined],
    ['the only one', [node('a', 9)], none, draws(0.99, 0.99), 'a'],
    ['the less loaded of the two drawn', [node('a', 9), node('b', 8)], none, draws(0, 0), 'b'],
    ['the first drawn of two equal ones', [node('a', 5), node('b', 5)], none, draws(0.5, 0), 'b'],
    ['not the least loaded when it was not drawn', [node('a', 5), node('b', 4), node('c', 0)], none, draws(0, 0), 'b'],
    ['never the same one twice', [node('a', 5), node('b', 4), node('c', 0)], none, draws(0.5, 0.99), 'c'],
    [
      'by what was sent since the last beat too',
      [node('a', 5), node('b', 4)],
      (id: string) => (id === 'b' ? 2 : 0),
      draws(0, 0),
      'a',
    ],
    ['a ready one, however full', [node('a', 900), node('b', 0, 'starting')], none, draws(0, 0), 'a'],
    ['one that starts, when none is ready', [node('a', 0, 'draining'), node('b', 7, 'starting')], none, draws(), 'b'],
    ['one that drains, when there is no other', [node('a', 3, 'draining')], none, draws(), 'a'],
  ])('takes %s', (_case, nodes, pending, random, expected) => {
    expect(choose(nodes, pending, random)?.id).toBe(expected)
  })

  it('spreads a rush evenly over equal nodes when what was sent is counted', () => {
    const nodes = ['a', 'b', 'c', 'd', 'e'].map((id) => node(id))
    const sent = new Map<string, number>()
    for (let viewer = 0; viewer < 5_000; viewer += 1) {
      const chosen = choose(nodes, (id) => sent.get(id) ?? 0, Math.random)?.id ?? ''
      sent.set(chosen, (sent.get(chosen) ?? 0) + 1)
    }
    for (const id of ['a', 'b', 'c', 'd', 'e']) expect(Math.abs((sent.get(id) ?? 0) - 1_000)).toBeLessThan(15)
  })

  it('fills a node that came later before the others get more', () => {
    const nodes = [node('old', 1_000), node('older', 1_000), node('new', 0)]
    const sent = new Map<string, number>()
    for (let viewer = 0; viewer < 600; viewer += 1) {
      const chosen = choose(nodes, (id) => sent.get(id) ?? 0, Math.random)?.id ?? ''
      sent.set(chosen, (sent.get(chosen) ?? 0) + 1)
    }
    expect(sent.get('new')).toBeGreaterThan(340)
  })

  it.each([
    ['the new one, as often as its share says', 0.24, 'new'],
    ['the other one otherwise', 0.25, 'old'],
  ])('takes, of a new node with a quarter of its share and one that is fuller, %s', (_case, draw, expected) => {
    const share = (id: string) => (id === 'new' ? 0.25 : 1)
    expect(choose([node('old', 900), node('new')], none, draws(0, 0, draw), share)?.id).toBe(expected)
  })

  it('does not hold a new node back where all are, nor one that is the fuller one', () => {
    expect(choose([node('a', 9), node('b', 3)], none, draws(0, 0, 0.99), () => 0.1)?.id).toBe('b')
    const share = (id: string) => (id === 'new' ? 0.1 : 1)
    expect(choose([node('old', 3), node('new', 9)], none, draws(0, 0, 0.99), share)?.id).toBe('old')
    expect(choose([node('new')], none, draws(0, 0.99, 0.99), share)?.id).toBe('new')
  })

  it('lets a storm reach a new node no faster than its share grows', () => {
    const nodes = [node('old', 5_000), node('older', 5_000), node('new')]
    const count = (share: (id: string) => number) => {
      const picks = Array.from({ length: 3_000 }, () => choose(nodes, none, Math.random, share)?.id)
      return picks.filter((id) => id === 'new').length
    }
    expect(count(() => 1)).toBeGreaterThan(1_800) // two of three draws find it, and it always wins
    expect(count((id) => (id === 'new' ? 0.1 : 1))).toBeLessThan(300)
  })
})
