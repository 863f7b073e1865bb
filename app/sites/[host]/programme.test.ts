import { expect, it } from 'vitest'
import { exampleConfig } from '#dev/test/example-config.ts'
import type { CoreClient } from '#lib/core/client.ts'
import { RecentAnswers } from '#lib/core/recent-answers.ts'
import type { Site } from '#lib/reseller/site.ts'
import { readFeatured } from './programme.ts'

const featured = (name: string) => ({
  type: 'featured' as const,
  title: name,
  showIds: Array.from({ length: 12 }, (_, at) => `${name}-${at}`),
})
const config = exampleConfig({ home: [featured('season'), featured('summer'), featured('season')] })
const host = 'aurora.localhost'
const site: Site = { resellerId: 'aurora', version: 1, host, primaryHost: host, config }

it('puts forward what is sold, by section, asking core about eight shows at a time and about none twice', async () => {
  let [now, most, asked] = [0, 0, 0]
  const get = async (_: string, path: string) => {
    asked += 1
    most = Math.max(most, ++now)
    await new Promise((done) => setImmediate(done))
    now--
    const id = path.split('/').at(-1)
    return id === 'summer-3' ? { ok: false, problem: { type: 'core/not-found' } } : { ok: true, value: { id } }
  }
  const deps = { core: { get } as unknown as CoreClient, recentAnswers: new RecentAnswers() }
  const [season = [], summer = [], again = []] = await readFeatured(site, deps)
  expect(season.map(({ id }) => id)).toEqual(featured('season').showIds)
  expect(summer.map(({ id }) => id)).toEqual(featured('summer').showIds.filter((id) => id !== 'summer-3'))
  expect(again).toEqual(season)
  expect(most).toBe(8)
  expect(asked).toBe(24)
})
