import { beforeEach, describe, expect, test } from 'vitest'
import { Viewers } from '#contracts/message.ts'
import { RENEW_MS, SUM_EVERY_MS } from '../audience/audience.ts'
import { MemoryAudience } from '../audience/memory-audience.ts'
import type { Addressed } from '../bus/bus.ts'
import { MemoryEpoch } from '../memory-epoch.ts'
import { MemoryRegistry } from '../registry/memory-registry.ts'
import { type TellerDeps, tellAudiences } from './audience-teller.ts'

let nowMs: number
let audience: MemoryAudience
let sent: Addressed[]
let deps: TellerDeps
let enter: () => Promise<unknown>
beforeEach(async () => {
  nowMs = 1_790_000_000_000
  const epoch = new MemoryEpoch(() => nowMs)
  const registry = new MemoryRegistry(epoch)
  epoch.current()
  nowMs += 3_600_000
  audience = new MemoryAudience(epoch, registry)
  sent = []
  deps = { audience, registry, writer: { send: async (deliveries) => sent.push(...deliveries) } }
  enter = () => registry.enter({ id: 'a', url: 'http://a', slot: 3 }, 4)
  await enter()
  await registry.add('a', ['public.show.42', 'public.show.7'])
})

const report = (count: number, showId = '42') => audience.report('a', [{ showId, count }])
const told = () => sent.map(({ message }) => JSON.parse(message.data).count)
const pass = async (ms: number) => {
  nowMs += ms
  await enter()
}

describe('telling how many look', () => {
  test('goes to the nodes that hold viewers of the show, as the contract says, without an id', async () => {
    await report(3)
    expect(await tellAudiences(deps)).toEqual({ summed: 1, told: 1 })
    const [{ message, recipients } = expect.unreachable()] = sent
    expect(recipients).toEqual([{ node: 'a', slot: 3 }])
    expect(message).toEqual({ stream: 'public.show.42', event: 'viewers', data: expect.any(String) })
    expect(Viewers.strict().parse(JSON.parse(message.data))).toMatchObject({ showId: '42', count: 3 })
  })

  test('happens when the count changed enough, and again when what was told gets old', async () => {
    for (const [count, waitMs] of [
      [100, SUM_EVERY_MS],
      [103, SUM_EVERY_MS],
      [104, RENEW_MS],
      [104, RENEW_MS],
      [110, 0],
    ] as const) {
      await report(count)
      await tellAudiences(deps)
      await pass(waitMs)
    }
    await tellAudiences(deps)
    expect(told()).toEqual([100, 104, 110])
  })

  test('tells one show’s viewers nothing of another’s', async () => {
    await report(1, '7')
    await report(5)
    await tellAudiences(deps)
    expect(Object.fromEntries(sent.map(({ message }) => [message.stream, JSON.parse(message.data).count]))).toEqual({
      'public.show.7': 1,
      'public.show.42': 5,
    })
  })

  test('is done by one of several dispatchers', async () => {
    await report(3)
    await Promise.all([tellAudiences(deps), tellAudiences(deps), tellAudiences(deps)])
    expect(told()).toEqual([3])
  })

  test('is made up for when the one who took a show died before it was told', async () => {
    await report(3)
    await audience.takeDue(10)
    await tellAudiences(deps)
    expect(told()).toEqual([])
    await pass(RENEW_MS)
    await tellAudiences(deps)
    expect(told()).toEqual([3])
  })

  test('says what is true again when the bus would not take it', async () => {
    await report(3)
    const broken = { send: () => Promise.reject(new Error('the bus is away')) }
    await expect(tellAudiences({ ...deps, writer: broken })).rejects.toThrow('away')
    await report(4)
    await pass(SUM_EVERY_MS)
    await tellAudiences(deps)
    expect(told()).toEqual([4])
  })

  test('goes through more shows than are taken at once', async () => {
    await audience.report(
      'a',
      Array.from({ length: 450 }, (_, i) => ({ showId: `s${i}`, count: 1 })),
    )
    expect(await tellAudiences(deps)).toEqual({ summed: 450, told: 450 })
  })

  test('goes on behind shows that are only forgotten', async () => {
    await audience.report(
      'a',
      Array.from({ length: 450 }, (_, i) => ({ showId: `s${i}`, count: 0 })),
    )
    nowMs += 1
    await report(3)
    expect(await tellAudiences(deps)).toEqual({ summed: 1, told: 1 })
    expect(audience.size).toBe(1)
  })
})
