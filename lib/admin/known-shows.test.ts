import { expect, it } from 'vitest'
import { exampleConfig } from '#dev/test/example-config.ts'
import type { CoreClient } from '#lib/core/client.ts'
import { CoreUnavailable } from '#lib/core/core-unavailable.ts'
import { RecentAnswers } from '#lib/core/recent-answers.ts'
import type { Site } from '#lib/reseller/site.ts'
import { knownShows } from './known-shows.ts'

const showIds = Array.from({ length: 40 }, (_, at) => `show-${at}`)
const config = exampleConfig({ navigation: [], home: [{ type: 'featured', title: 'Season', showIds }] })
const host = 'aurora.localhost'
const site: Site = { resellerId: 'aurora', version: 1, host, primaryHost: host, config }

const coreWith = (answerTo: (path: string) => Promise<object>) => ({
  core: { get: (_: string, path: string) => answerTo(path) } as unknown as CoreClient,
  recentAnswers: new RecentAnswers(),
})

it('says of each show whether it is sold, asking core about eight at a time', async () => {
  let [now, most] = [0, 0]
  const deps = coreWith(async (path) => {
    most = Math.max(most, ++now)
    await new Promise((done) => setImmediate(done))
    now--
    return path.endsWith('/show-7') ? { ok: false, problem: { type: 'core/not-found' } } : { ok: true, value: {} }
  })
  const known = await knownShows(site, config, deps)
  expect(known?.size).toBe(40)
  expect(known?.get('show-7')).toBe(false)
  expect(known?.get('show-8')).toBe(true)
  expect(most).toBe(8)
})

it('says nothing while core is away, and does not hide a fault of ours', async () => {
  const away = coreWith(() => Promise.reject(new CoreUnavailable('away')))
  expect(await knownShows(site, config, away)).toBeNull()
  const fault = coreWith(() => Promise.reject(new TypeError('a bug')))
  await expect(knownShows(site, config, fault)).rejects.toThrow('a bug')
})
