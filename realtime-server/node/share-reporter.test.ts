import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createLog } from '#platform/log.ts'
import type { Share } from '../audience/audience.ts'
import { Shares } from '../audience/shares.ts'
import { ShareReporter } from './share-reporter.ts'

let shares: Shares
let membership: { id: string; registrations: number }
let heard: string[]
/** Awaited before each report arrives. */
let way: () => Promise<void>
let reporter: ShareReporter
beforeEach(() => {
  shares = new Shares()
  membership = { id: 'n1', registrations: 0 }
  heard = []
  way = async () => {}
  const report = async (node: string, changes: readonly Share[]) => {
    await way()
    heard.push(`${node}: ${changes.map(({ showId, count }) => `${showId} ${count}`).join(', ')}`)
  }
  reporter = new ShareReporter({
    ...{ shares, audience: { report }, membership: () => membership, log: createLog('test', 'silent') },
  })
})
afterEach(() => reporter[Symbol.asyncDispose]())

describe('a node reports its shares', () => {
  test('when they changed, and nothing when they did not', async () => {
    shares.enter('42')
    await reporter.report()
    await reporter.report()
    expect(heard).toEqual(['n1: 42 1'])
  })

  test('again when they did not arrive', async () => {
    shares.enter('42')
    way = () => Promise.reject(new Error('Redis is away'))
    await reporter.report()
    way = async () => {}
    shares.enter('42')
    await reporter.report()
    expect(heard).toEqual(['n1: 42 2'])
  })

  test('all again once it has registered again, under the id that it has then', async () => {
    shares.enter('42')
    shares.enter('7')
    await reporter.report()
    shares.leave('7')
    membership = { id: 'n2', registrations: 1 }
    await reporter.report()
    expect(heard.slice(1)).toEqual(['n2: 7 0, 42 1'])
  })

  test('all again when it registered while a report was on its way', async () => {
    const arrives = Promise.withResolvers<void>()
    way = () => arrives.promise
    shares.enter('42')
    const reporting = reporter.report()
    membership = { id: 'n1', registrations: 1 }
    arrives.resolve()
    await reporting
    await reporter.report()
    expect(heard).toEqual(['n1: 42 1', 'n1: 42 1'])
  })

  test('one report at a time', async () => {
    const arrives = Promise.withResolvers<void>()
    way = () => arrives.promise
    shares.enter('42')
    const both = [reporter.report(), reporter.report()]
    arrives.resolve()
    await Promise.all(both)
    expect(heard).toEqual(['n1: 42 1'])
  })

  test('a last time when it stops', async () => {
    shares.enter('42')
    await reporter.report()
    shares.leave('42')
    await reporter[Symbol.asyncDispose]()
    expect(heard.at(-1)).toBe('n1: 42 0')
  })
})
