import { describe, expect, it } from 'vitest'
import type { Show } from '#contracts/show.ts'
import { RESELLERS } from '#dev/demo/resellers/all.ts'
import { toRecord } from '#dev/demo/show-record.ts'
import { SHOWS } from '#dev/demo/shows/all.ts'
import { exampleConfig } from '#dev/test/example-config.ts'
import { GoogleBreadcrumbs, GoogleEvent, GoogleOrganization } from './google-event.fixture.ts'
import { jsonLdText } from './json-ld.ts'
import { breadcrumbData, organizationData, showData } from './structured-data.ts'

const now = new Date('2026-11-26T12:00:00Z')
const home = 'https://tickets.example/'
const site = { config: exampleConfig({ name: 'Example' }) }

function demoShow(index: number, change: Partial<Show> = {}): Show {
  const demo = SHOWS[index % SHOWS.length]
  if (!demo) throw new Error('there are no demo shows')
  const { tiers: _, seats: __, poster: ___, revision: ____, ...show } = toRecord(demo, now)
  return { ...show, priceFrom: { amount: 4550, currency: 'GBP', fees: 550 }, stock: 'available', ...change }
}

const dataOf = (show: Show) =>
  showData({ site, show, url: `${home}shows/${show.id}`, home, images: [`${home}card.png`], nowMs: now.getTime() })

describe('structured data', () => {
  it.each(SHOWS.map((show, index) => [show.id, index] as const))('of %s is what Google asks for', (_, index) => {
    const data = GoogleEvent.parse(dataOf(demoShow(index)))
    expect(data.startDate).not.toMatch(/Z$/)
    if (demoShow(index).status === 'scheduled')
      expect(data.offers).toMatchObject({ price: '45.50', priceCurrency: 'GBP' })
  })

  it('gives search engines names to the letter, without the signs that keep a right-to-left name in its place', () => {
    const data = jsonLdText(dataOf(demoShow(0, { title: 'לילה לבן!' })))
    expect(data).toContain('לילה לבן!')
    expect(data).not.toMatch(/[\u2066-\u2069]|\\u206/)
  })

  it('tells what is sold out, when sales begin, and the whole price of currencies without cents', () => {
    const show = demoShow(0, {
      ...{ status: 'scheduled', stock: 'sold_out', onSaleAt: '2026-12-01T10:00:00Z' },
      priceFrom: { amount: 4500, currency: 'JPY', fees: 500 },
    })
    expect(GoogleEvent.parse(dataOf(show)).offers).toMatchObject({
      ...{ availability: 'https://schema.org/SoldOut', validFrom: '2026-12-01T10:00:00+00:00' },
      ...{ price: '4500', priceCurrency: 'JPY' },
    })
  })

  it('offers nothing for a show that is off or over', () => {
    const cancelled = GoogleEvent.parse(dataOf(demoShow(0, { status: 'cancelled' })))
    expect(cancelled).toMatchObject({ eventStatus: 'https://schema.org/EventCancelled' })
    expect(cancelled.offers).toBeUndefined()
    expect(dataOf(demoShow(0, { status: 'scheduled', startsAt: '2026-11-26T11:00:00Z' }))).not.toHaveProperty('offers')
  })

  it('says few left as what it is for a reader tomorrow: to be had', () => {
    const { offers } = GoogleEvent.parse(dataOf(demoShow(0, { status: 'scheduled', stock: 'few' })))
    expect(offers?.availability).toBe('https://schema.org/InStock')
  })

  it.each(Object.entries(RESELLERS))('of %s and the way to a page are what Google asks for', (_, config) => {
    GoogleOrganization.parse(organizationData({ config }, home, `${home}card.png`))
    GoogleBreadcrumbs.parse(
      breadcrumbData([
        { name: config.name, url: home },
        { name: 'Shows', url: `${home}shows` },
      ]),
    )
  })
})

it('cannot be left by what a promoter wrote', () => {
  const text = jsonLdText(dataOf(demoShow(0, { title: '</script><script>alert(1)</script><!--\u2028' })))
  expect(text).not.toMatch(/[<>\u2028]/)
  expect(JSON.parse(text).name).toBe('</script><script>alert(1)</script><!--\u2028')
})
