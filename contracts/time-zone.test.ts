import { describe, expect, it } from 'vitest'
import { MailShow } from './mail.ts'
import { ShowPage, ShowSummary } from './show.ts'
import { TimeZone } from './time-zone.ts'

const price = { amount: 3500, currency: 'GBP', fees: 350 }
const show = (id: string, timeZone: string) => ({
  ...{ id, title: 'Night Train', category: 'concert', startsAt: '2026-12-05T19:30:00Z' },
  venue: { id: 'depot', name: 'Depot', address: '1 Tram Lane', city: 'Leeds', country: 'GB', timeZone },
  artwork: { key: 'night-train', alt: '', palette: ['#101820', '#f2aa4c'] },
  ...{ seating: 'general', status: 'scheduled', priceFrom: price, stock: 'available' },
})

describe('a time zone', () => {
  it.each(['Europe/London', 'America/Argentina/Buenos_Aires', 'UTC', 'europe/london'])('%s is one', (name) => {
    // The second time from memory.
    for (const _ of [1, 2]) expect(TimeZone.safeParse(name).success).toBe(true)
  })

  it.each(['', 'Europe/Londn', 'London', ' Europe/London', 'x'.repeat(65)])('%j is none', (name) => {
    for (const _ of [1, 2]) expect(TimeZone.safeParse(name).success).toBe(false)
  })

  it('that is none makes no show, and no show of a mail', () => {
    const named = { id: 'a', title: 'A', startsAt: '2026-12-05T19:30:00Z', venue: 'Depot', city: 'Leeds' }
    expect(ShowSummary.safeParse(show('a', 'Europe/Londn')).success).toBe(false)
    expect(MailShow.safeParse({ ...named, timeZone: 'Europe/Londn' }).success).toBe(false)
    expect(MailShow.safeParse({ ...named, timeZone: 'Europe/London' }).success).toBe(true)
  })
})

describe('a page of shows', () => {
  it('leaves out the one whose time zone is none, and has the others', () => {
    const items = [show('a', 'Europe/London'), show('b', 'Europe/Londn'), show('c', 'Asia/Tokyo')]
    expect(ShowPage.parse({ items, nextCursor: null }).items.map(({ id }) => id)).toEqual(['a', 'c'])
  })

  it.each([[[null]], [[{}]], [[{ venue: { timeZone: 7 } }]], ['no list'], [undefined]])(
    'of another shape is refused, not empty: %j',
    (items) => {
      expect(ShowPage.safeParse({ items, nextCursor: null }).success).toBe(false)
    },
  )
})
