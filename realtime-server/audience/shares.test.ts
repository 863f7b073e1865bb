import { describe, expect, test } from 'vitest'
import { Shares } from './shares.ts'

const entered = (...showIds: string[]): Shares => {
  const shares = new Shares()
  for (const showId of showIds) shares.enter(showId)
  return shares
}

describe('a node’s shares', () => {
  test('are counted show by show', () => {
    const shares = entered('a', 'a', 'b')
    shares.leave('a')
    expect([shares.of('a'), shares.of('b'), shares.of('c')]).toEqual([1, 1, 0])
  })

  test('are reported when they changed, and once', () => {
    const shares = entered('a', 'a', 'b')
    const changes = shares.changes()
    expect(changes).toEqual([
      { showId: 'a', count: 2 },
      { showId: 'b', count: 1 },
    ])
    shares.reported(changes)
    expect(shares.changes()).toEqual([])
    shares.leave('b')
    expect(shares.changes()).toEqual([{ showId: 'b', count: 0 }])
  })

  test('that did not arrive are reported again', () => {
    const shares = entered('a')
    shares.changes()
    expect(shares.changes()).toEqual([{ showId: 'a', count: 1 }])
  })

  test('that changed while they were on their way are reported again', () => {
    const shares = entered('a')
    const changes = shares.changes()
    shares.enter('a')
    shares.reported(changes)
    expect(shares.changes()).toEqual([{ showId: 'a', count: 2 }])
  })

  test('that went and came back within a beat are not worth a word', () => {
    const shares = entered('a')
    shares.reported(shares.changes())
    shares.leave('a')
    shares.enter('a')
    expect(shares.changes()).toEqual([])
  })

  test('are all reported again when the reports may be lost, those that ended too', () => {
    const shares = entered('a', 'b')
    shares.reported(shares.changes())
    shares.leave('b')
    shares.forgetReports()
    expect(shares.changes().toSorted((a, b) => b.count - a.count)).toEqual([
      { showId: 'a', count: 1 },
      { showId: 'b', count: 0 },
    ])
  })

  test('hold nothing of shows that nobody looks at', () => {
    const shares = entered('a')
    shares.reported(shares.changes())
    shares.leave('a')
    shares.reported(shares.changes())
    shares.forgetReports()
    expect(shares.changes()).toEqual([])
  })
})
