import { describe, expect, it } from 'vitest'
import { createLog } from '#platform/log.ts'
import { forEachReseller, unlessFailed } from './rounds.ts'

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

  it('goes on behind one for whom it fails, and says so', async () => {
    const all = await worked(['aurora'])
    expect(all).toEqual({ begun: ['aurora', 'kite', 'luna'], done: [4, 4], failed: 1 })
    expect(() => unlessFailed(all)).toThrow('it failed for 1 of 3 resellers')
  })

  it('answers what was done when it failed for nobody', async () => {
    expect(unlessFailed(await worked([]))).toEqual([6, 4, 4])
  })

  it('begins with nobody once it is stopped', async () => {
    expect(await worked([], 2)).toMatchObject({ begun: ['aurora', 'kite'], failed: 0 })
  })
})
