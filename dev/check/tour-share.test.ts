import { describe, expect, it } from 'vitest'
import { demoResellers } from '#dev/system/addresses.ts'
import { shareOf } from '../../e2e/tour/share.ts'
import { stops } from '../../e2e/tour/stops.ts'

const visits = demoResellers.flatMap((theme) =>
  shareOf(theme).flatMap(({ stop, sights }) => sights.map((sight) => ({ page: stop.name, theme, ...sight }))),
)
const pairs = (...names: (keyof (typeof visits)[number])[]) =>
  new Set(visits.map((visit) => names.map((name) => visit[name]).join()))

describe('the share of the matrix that npm test visits', () => {
  it('meets every page on every screen and in both schemes', () => {
    expect(pairs('page', 'screen').size).toBe(2 * stops.length)
    expect(pairs('page', 'scheme').size).toBe(2 * stops.length)
  })

  it('meets every theme on every screen in both schemes', () => {
    expect(pairs('theme', 'screen', 'scheme').size).toBe(16)
  })

  it('meets every page in a theme, and the looks of a shop in all four', () => {
    const themes = (page: string) =>
      new Set(visits.filter((visit) => visit.page === page).map(({ theme }) => theme)).size
    for (const { name } of stops) expect(themes(name), name).toBeGreaterThanOrEqual(1)
    for (const page of ['home', 'shows', 'show', 'hall', 'checkout', 'order']) expect(themes(page), page).toBe(4)
  })

  it('is a fifth of it', () => {
    expect(visits.length).toBeLessThan(0.2 * stops.length * 16)
  })
})
