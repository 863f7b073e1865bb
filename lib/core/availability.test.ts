import { describe, expect, it } from 'vitest'
import type { Availability } from '#contracts/availability.ts'
import { exampleConfig } from '#dev/test/example-config.ts'
import type { Site } from '#lib/reseller/site.ts'
import { readAvailability } from './availability.ts'
import type { CoreClient } from './client.ts'
import { RecentAvailability } from './recent-availability.ts'

const host = 'aurora.localhost'
const site: Site = { resellerId: 'aurora', version: 1, host, primaryHost: host, config: exampleConfig() }

/** A core whose show is at `version`; answers when told to. */
function setUp() {
  const clock = { nowMs: 0 }
  const core = { version: 1, asked: 0, gate: Promise.resolve() }
  const client = {
    async get() {
      core.asked++
      const value: Availability = { showId: 'show', version: core.version, serverNow: '', tiers: [] }
      await core.gate
      return { ok: true, value }
    },
  } as unknown as CoreClient
  const recentAvailability = new RecentAvailability(() => clock.nowMs)
  const read = (min: number) => readAvailability(site, 'show', { min }, { core: client, recentAvailability })
  return { clock, core, read }
}

describe('availability', () => {
  it('asks core once for a thousand buyers, and again after half a second', async () => {
    const { clock, core, read } = setUp()
    await Promise.all(Array.from({ length: 1_000 }, () => read(0)))
    expect(core.asked).toBe(1)
    clock.nowMs = 499
    await read(0)
    expect(core.asked).toBe(1)
    clock.nowMs = 500
    await read(0)
    expect(core.asked).toBe(2)
  })

  it('is never answered older than asked, though a younger answer was just kept', async () => {
    const { core, read } = setUp()
    await read(0)
    core.version = 2
    expect((await read(2))?.version).toBe(2)
  })

  it('asks once more when it joined a question that was put before the version was reached', async () => {
    const { core, read } = setUp()
    const gate = Promise.withResolvers<void>()
    core.gate = gate.promise
    const before = read(0)
    core.version = 2
    const after = read(2)
    gate.resolve()
    expect([(await before)?.version, (await after)?.version]).toEqual([1, 2])
    expect(core.asked).toBe(2)
  })

  it('says so when core itself has not reached the version, after asking twice at most', async () => {
    const { core, read } = setUp()
    await expect(read(1_000_000)).rejects.toMatchObject({ name: 'VersionNotReached' })
    expect(core.asked).toBeLessThanOrEqual(2)
  })
})
