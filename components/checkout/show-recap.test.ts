import { expect, it } from 'vitest'
import type { ResellerConfig } from '#contracts/reseller-config.ts'
import type { Show } from '#contracts/show.ts'
import type { Site } from '#lib/reseller/site.ts'
import { showRecap } from './show-recap.ts'

const site = { resellerId: 'aurora', config: { locale: 'en-GB' } as ResellerConfig } as Site

const show: Show = {
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
  description: '',
  performers: [],
  maxPerBuyer: 4,
}

it('reminds of a show in words, and knows when it does not take place', () => {
  expect(showRecap(site, show)).toMatchObject({ title: 'Night Drive', time: '19:30', cancelled: false })
  expect(showRecap(site, { ...show, status: 'cancelled' }).cancelled).toBe(true)
})
