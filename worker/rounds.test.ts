import { describe, expect, it } from 'vitest'
import { createLog } from '#platform/log.ts'
import { forEachReseller, isMoreDue, unlessAllFailed } from './rounds.ts'

const log = createLog('test', 'silent')

describe('work that goes from reseller to reseller', () => {
  const worked = async (failing: readonly string[], stopAfter = Number.POSITIVE_INFINITY) => {
    const begun: string[] = []
    const result = await forEachReseller({
      resellerIds: ['aurora', 'kite', 'luna'],
      stopped: () => begun.length >= stopAfter,
      ...{ log, failure: 'it failed' },
      async work(resellerId) {
        begun.push(resellerId)
        if (failing.includes(resellerId)) throw new Error('…')
        return resellerId.length
      },
    })
    return { begun, ...result }
  }

  it('goes on behind one for whom it fails, and answers what was done for the others', async () => {
    const all = await worked(['aurora'])
    expect(all).toEqual({ begun: ['aurora', 'kite', 'luna'], done: [4, 4], failed: 1 })
    expect(unlessAllFailed(all)).toEqual([4, 4])
  })

  it('has failed when it did for everybody', async () => {
    const none = await worked(['aurora', 'kite', 'luna'])
    expect(() => unlessAllFailed(none)).toThrow('it failed for all of 3 resellers')
  })

  it('has not failed when there was nobody', () => {
    expect(unlessAllFailed({ done: [], failed: 0 })).toEqual([])
  })

  it('answers what was done when it failed for nobody', async () => {
    expect(unlessAllFailed(await worked([]))).toEqual([6, 4, 4])
  })

  it('begins with nobody once it is stopped', async () => {
    expect(await worked([], 2)).toMatchObject({ begun: ['aurora', 'kite'], failed: 0 })
  })
})

describe('there is more to do at once', () => {
  it.each<[boolean, string, number[], number]>([
    [true, 'behind a full page', [1, 2, 1], 0],
    [true, 'behind a full page on which it failed for some', [0, 1], 1],
    [false, 'behind a page that was not full', [1, 2], 0],
    [false, 'when it would be the same page again', [0, 0, 0], 0],
  ])('%s %s', (more, _, done, failed) => {
    expect(isMoreDue({ done, failed }, 3)).toBe(more)
  })

  it.each<[boolean, string, number[]]>([
    [true, 'behind what was as much as one reseller has done at a time', [0, 5]],
    [false, 'behind less', [0, 4]],
  ])('%s %s', (more, _, done) => {
    expect(isMoreDue({ done, failed: 0 }, 3, 5)).toBe(more)
  })

  it('not known when it failed for everybody', () => {
    expect(() => isMoreDue({ done: [], failed: 3 }, 3)).toThrow('it failed for all of 3 resellers')
  })
})
