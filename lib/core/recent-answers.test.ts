import { describe, expect, it, vi } from 'vitest'
import { CoreUnavailable } from './core-unavailable.ts'
import { RecentAnswers } from './recent-answers.ts'

const down = async (): Promise<never> => {
  throw new CoreUnavailable('down')
}

function setUp(weightLimit?: number) {
  const clock = { nowMs: Date.parse('2026-11-01T10:00:00.000Z') }
  const clocks = { now: () => clock.nowMs, date: () => new Date(clock.nowMs) }
  const answers = new RecentAnswers({ ...clocks, ...(weightLimit && { weightLimit }) })
  let loads = 0
  const load = async () => `answer ${++loads}`
  return { clock, answers, load }
}

describe('recent answers', () => {
  it('ask once for everybody who asks at the same time', async () => {
    const { answers, load } = setUp()
    const all = await Promise.all(Array.from({ length: 50 }, () => answers.read('aurora shows', load)))
    expect(new Set(all.map(({ value }) => value))).toEqual(new Set(['answer 1']))
  })

  it('are fresh for two seconds and then asked for anew', async () => {
    const { answers, clock, load } = setUp()
    await answers.read('aurora shows', load)
    clock.nowMs += 1_999
    expect(await answers.read('aurora shows', load)).toEqual({ value: 'answer 1', staleSince: null })
    clock.nowMs += 1
    expect(await answers.read('aurora shows', load)).toEqual({ value: 'answer 2', staleSince: null })
  })

  it('stand in, marked with their time, while core is down, for ten minutes', async () => {
    const { answers, clock, load } = setUp()
    await answers.read('aurora shows', load)
    clock.nowMs += 10 * 60_000 - 1
    expect(await answers.read('aurora shows', down)).toEqual({
      value: 'answer 1',
      staleSince: '2026-11-01T10:00:00.000Z',
    })
    clock.nowMs += 1
    await expect(answers.read('aurora shows', down)).rejects.toThrow('down')
  })

  it('stand in while core thinks for longer than a moment, and are replaced when it has thought', async () => {
    const { answers, clock, load } = setUp()
    await answers.read('aurora shows', load)
    clock.nowMs += 5_000
    const thought = Promise.withResolvers<string>()
    const slow = await answers.read('aurora shows', () => thought.promise)
    expect(slow).toEqual({ value: 'answer 1', staleSince: '2026-11-01T10:00:00.000Z' })
    thought.resolve('answer 2')
    await thought.promise
    expect(await answers.read('aurora shows', load)).toEqual({ value: 'answer 2', staleSince: null })
  })

  it('are as old as they are, whoever sets the machine’s clock back meanwhile', async () => {
    vi.useFakeTimers({ now: Date.parse('2026-11-01T10:00:00.000Z'), toFake: ['Date', 'performance'] })
    try {
      const answers = new RecentAnswers()
      await answers.read('aurora shows', async () => 'answer 1')
      vi.advanceTimersByTime(2_000)
      vi.setSystemTime('2026-11-01T09:00:00.000Z')
      expect(await answers.read('aurora shows', down)).toEqual({
        value: 'answer 1',
        staleSince: '2026-11-01T10:00:00.000Z',
      })
      expect((await answers.read('aurora shows', async () => 'answer 2')).value).toBe('answer 2')
    } finally {
      vi.useRealTimers()
    }
  })

  it('are never those of another reseller', async () => {
    const { answers, load } = setUp()
    await answers.read('aurora shows', load)
    await expect(answers.read('luna shows', down)).rejects.toThrow('down')
  })

  it('do not hide a fault of ours behind an old answer', async () => {
    const { answers, clock, load } = setUp()
    await answers.read('aurora shows', load)
    clock.nowMs += 5_000
    const bug = async (): Promise<never> => {
      throw new TypeError('a bug')
    }
    await expect(answers.read('aurora shows', bug)).rejects.toThrow('a bug')
  })

  it('are forgotten, longest known first, when they weigh too much', async () => {
    const { answers, clock } = setUp(1_000)
    const load = async () => 'x'.repeat(100)
    for (const key of ['one', 'two', 'three']) await answers.read(key, load)
    clock.nowMs += 5_000
    await expect(answers.read('one', down)).rejects.toThrow('down')
    expect((await answers.read('three', down)).staleSince).not.toBeNull()
  })

  it('that say that there is nothing weigh something, too: ids that strangers make up do not fill the memory', async () => {
    const { answers, clock } = setUp(1_000)
    for (const key of ['one', 'two', 'three', 'four']) await answers.read(key, async () => null)
    clock.nowMs += 5_000
    await expect(answers.read('one', down)).rejects.toThrow('down')
    expect((await answers.read('four', down)).staleSince).not.toBeNull()
  })

  it('stand in for what else cannot be asked, where a caller says what that is, and for nothing more', async () => {
    const { answers, clock, load } = setUp()
    const failing = (name: string) => async (): Promise<never> => {
      throw Object.assign(new Error(name), { name })
    }
    const isUnavailable = (error: unknown) => (error as Error).name === 'Away'
    await answers.read('aurora told', load, isUnavailable)
    clock.nowMs += 5_000
    expect((await answers.read('aurora told', failing('Away'), isUnavailable)).value).toBe('answer 1')
    await expect(answers.read('aurora told', failing('Bug'), isUnavailable)).rejects.toThrow('Bug')
    await expect(answers.read('aurora told', failing('Away'))).rejects.toThrow('Away')
  })
})
