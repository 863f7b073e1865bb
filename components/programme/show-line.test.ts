import { describe, expect, it } from 'vitest'
import type { ResellerConfig } from '#contracts/reseller-config.ts'
import type { ShowSummary } from '#contracts/show.ts'
import { translator } from '#lib/text/translator.ts'
import { showLine } from './show-line.ts'

const show: ShowSummary = {
  id: 'show-1',
  title: 'Night Drive',
  category: 'concert',
  startsAt: '2026-12-05T19:30:00Z',
  venue: { id: 'v', name: 'Hall', address: 'A', city: 'London', country: 'GB', timeZone: 'Europe/London' },
  artwork: { key: 'night', alt: '', palette: ['#000000', '#ffffff'] },
  seating: 'general',
  status: 'scheduled',
  priceFrom: { amount: 2500, currency: 'GBP', fees: 200 },
  stock: 'available',
}
const config = { locale: 'en-GB' } as ResellerConfig
const words = { stock: translator('en-GB', 'stock'), price: translator('en-GB', 'price') }
const now = Date.parse('2026-12-01T12:00:00Z')
const line = (change: Partial<ShowSummary> = {}) => showLine({ ...show, ...change }, config, words, now)

describe('showLine', () => {
  it('writes date, price and place for a show one can simply buy', () => {
    expect(line()).toMatchObject({
      href: '/shows/show-1',
      city: 'London',
      price: 'From £25',
      soon: 'in 4 days',
      time: '19:30',
      badge: null,
    })
  })

  it('fences names that are written from right to left, because they stand beside times and prices', () => {
    const venue = { ...show.venue, name: 'היכל 7', city: 'תל אביב' }
    expect(line({ title: 'לילה לבן!', subtitle: 'פרק 2', venue })).toMatchObject({
      title: '\u2068לילה לבן!\u2069',
      subtitle: '\u2068פרק 2\u2069',
      venue: '\u2068היכל 7\u2069',
      city: '\u2068תל אביב\u2069',
    })
    expect(line()).toMatchObject({ title: 'Night Drive', venue: 'Hall', city: 'London' })
  })

  it('warns when few are left', () => {
    expect(line({ stock: 'few' }).badge).toEqual({ kind: 'few', text: 'Few left' })
  })

  it('names no price for what cannot be bought any more', () => {
    expect(line({ stock: 'sold_out' })).toMatchObject({ price: null, badge: { kind: 'sold_out' } })
    expect(line({ status: 'cancelled', stock: 'few' })).toMatchObject({ price: null, badge: { kind: 'cancelled' } })
  })

  it('offers nothing of a show that has begun, and does not say how much is left of it', () => {
    for (const stock of ['available', 'few', 'sold_out'] as const)
      expect(line({ startsAt: '2026-12-01T12:00:00Z', stock })).toMatchObject({ price: null, badge: null })
  })

  it('says when sales begin, and only until then', () => {
    expect(line({ onSaleAt: '2026-12-02T10:00:00Z' }).badge?.text).toMatch(/^On sale Wed,? 2 Dec, 10:00$/)
    expect(line({ onSaleAt: '2026-11-02T10:00:00Z' }).badge).toBeNull()
  })
})
