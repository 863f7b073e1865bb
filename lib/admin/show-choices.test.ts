import { expect, it } from 'vitest'
import type { ShowSummary } from '#contracts/show.ts'
import { exampleConfig } from '#dev/test/example-config.ts'
import type { CoreClient } from '#lib/core/client.ts'
import { CoreUnavailable } from '#lib/core/core-unavailable.ts'
import { RecentAnswers } from '#lib/core/recent-answers.ts'
import type { Site } from '#lib/reseller/site.ts'
import { showChoices, showNames } from './show-choices.ts'

const config = exampleConfig({
  home: [{ type: 'featured', title: 'Season', showIds: ['night-2', 'past', 'gone'] }],
})
const host = 'aurora.localhost'
const site: Site = { resellerId: 'aurora', version: 1, host, primaryHost: host, config }

const venue = { name: 'The Hall', city: 'New York', timeZone: 'America/New_York' }
const night = (id: string, startsAt: string) => ({ id, title: 'Night Train', startsAt, venue }) as ShowSummary
const nights = [night('night-1', '2026-12-05T00:30:00Z'), night('night-2', '2026-12-06T00:30:00Z')]
const past = night('past', '2026-01-02T00:30:00Z')

/** A core that lists `nights`, one a page, and knows of a past one. */
function coreWith(asked: string[] = []) {
  const answers: Record<string, unknown> = {
    '/v1/shows?limit=100': { items: [nights[0]], nextCursor: 'two' },
    '/v1/shows?cursor=two&limit=100': { items: [nights[1]], nextCursor: null },
    '/v1/shows/night-2': nights[1],
    '/v1/shows/past': past,
  }
  const get = async (_: string, path: string) => {
    asked.push(path)
    return path in answers ? { ok: true, value: answers[path] } : { ok: false, problem: { type: 'core/not-found' } }
  }
  return { core: { get } as unknown as CoreClient, recentAnswers: new RecentAnswers() }
}

it('tells nights of one show apart, by the clocks of their venue', async () => {
  const choices = await showChoices(site, config, coreWith())
  expect(choices?.next).toEqual([
    { id: 'night-1', title: 'Night Train', when: 'Fri 4 Dec, 19:30', venue: 'The Hall · New York' },
    { id: 'night-2', title: 'Night Train', when: 'Sat 5 Dec, 19:30', venue: 'The Hall · New York' },
  ])
})

it('finds what is featured beyond the list, and asks about nothing that the list has', async () => {
  const asked: string[] = []
  const choices = await showChoices(site, config, coreWith(asked))
  expect(choices?.featured.map(({ id, when }) => [id, when])).toEqual([['past', 'Thu 1 Jan, 19:30']])
  expect(asked).not.toContain('/v1/shows/night-2')
})

it('names what versions put forward, and knows no name while core is away', async () => {
  const names = await showNames(site, [config, exampleConfig()], coreWith())
  expect([...names]).toEqual([
    ['night-2', 'Night Train · Sat 5 Dec, 19:30'],
    ['past', 'Night Train · Thu 1 Jan, 19:30'],
  ])
  const get = () => Promise.reject(new CoreUnavailable('away'))
  const away = { core: { get } as unknown as CoreClient, recentAnswers: new RecentAnswers() }
  expect(await showNames(site, [config], away)).toEqual(new Map())
  expect(await showChoices(site, config, away)).toBeNull()
})
