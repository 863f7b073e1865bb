import { describe, expect, test } from 'vitest'
import { COMPOSITIONS } from '#dev/core/artwork/catalogue.ts'
import { PALETTES } from '#dev/core/artwork/palettes.ts'
import { ShowRecord } from '#dev/core/shows/show-record.ts'
import { RESELLERS } from '../resellers/all.ts'
import { toRecord } from '../show-record.ts'
import { SHOWS } from './all.ts'

const now = new Date('2026-11-21T12:00:00Z')
const records = SHOWS.map((show) => toRecord(show, now))
/** Nobody buys a ticket for a show at four in the morning. */
const PLAUSIBLE_HOURS = { first: 10, last: 22 }

describe.each(records.map((record) => [record.id, record] as const))('%s', (id, record) => {
  const show = SHOWS.find((one) => one.id === id)

  test('is a complete record', () => {
    expect(ShowRecord.safeParse(record).error?.issues).toBeUndefined()
  })

  test('lies ahead, at an hour when people go out there', () => {
    const hour = Number(
      new Intl.DateTimeFormat('en-GB', { timeZone: record.venue.timeZone, hour: '2-digit', hourCycle: 'h23' }).format(
        new Date(record.startsAt),
      ),
    )
    expect(new Date(record.startsAt) > now).toBe(true)
    expect(hour).toBeGreaterThanOrEqual(PLAUSIBLE_HOURS.first)
    expect(hour).toBeLessThanOrEqual(PLAUSIBLE_HOURS.last)
  })

  test('reads like something to go to', () => {
    expect(record.title.length).toBeLessThanOrEqual(26)
    expect(show?.description.length).toBeGreaterThanOrEqual(2)
    expect(show?.description.length).toBeLessThanOrEqual(4)
    expect(record.performers.length).toBeGreaterThan(0)
    expect(record.venue.directions && record.venue.accessibility).toBeTruthy()
  })

  test('has pictures that our artists can draw', () => {
    for (const { composition, palette } of [show?.poster, ...(show?.images ?? [])].flatMap((one) => one ?? [])) {
      expect(COMPOSITIONS.map(({ name }) => name)).toContain(composition)
      if (palette) expect(PALETTES.map(({ name }) => name)).toContain(palette)
    }
  })

  test('sells every seat of its hall, each by one name', () => {
    if (!record.seats) return
    expect(new Set(record.seats.map((seat) => seat.label)).size).toBe(record.seats.length)
    expect(record.tiers.every((tier) => tier.capacity > 0)).toBe(true)
  })
})

describe('the season', () => {
  const soldBy = (id: string) => SHOWS.filter((show) => show.soldBy.some((resellerId) => resellerId === id))
  const share = (id: string) => {
    const record = records.find((one) => one.id === id)
    const left = record?.tiers.reduce((sum, tier) => sum + (tier.available ?? 0), 0) ?? 0
    return left
  }

  test('has at least 48 shows under different names, at least 12 for each reseller', () => {
    expect(new Set(SHOWS.map((show) => show.id)).size).toBeGreaterThanOrEqual(48)
    expect(new Set(SHOWS.map((show) => show.id)).size).toBe(SHOWS.length)
    for (const id of Object.keys(RESELLERS)) expect(soldBy(id).length, id).toBeGreaterThanOrEqual(12)
  })

  test('has shows that several resellers sell', () => {
    expect(SHOWS.filter((show) => show.soldBy.length >= 2).length).toBeGreaterThanOrEqual(12)
  })

  test('has halls of many sizes, one above 400 seats and one about 2,000', () => {
    const sizes = new Set(records.flatMap((record) => (record.seats ? [record.seats.length] : [])))
    expect([...sizes].some((size) => size > 400 && size < 700)).toBe(true)
    expect([...sizes].some((size) => size > 1_800 && size < 2_300)).toBe(true)
    expect(sizes.size).toBeGreaterThanOrEqual(4)
  })

  test('has one cancelled, some sold out, some nearly, and some not on sale yet', () => {
    expect(SHOWS.filter((show) => show.cancelled)).toHaveLength(1)
    expect(SHOWS.filter((show) => show.sold === 1).length).toBeGreaterThanOrEqual(2)
    expect(SHOWS.filter((show) => show.sold > 0.9 && show.sold < 1).length).toBeGreaterThanOrEqual(4)
    expect(SHOWS.filter((show) => show.onSaleInDays).length).toBeGreaterThanOrEqual(1)
    expect(share('low-tide-radio')).toBe(0)
  })

  test('has everything that the home pages feature', () => {
    for (const [id, config] of Object.entries(RESELLERS)) {
      const featured = config.home.flatMap((section) => (section.type === 'featured' ? section.showIds : []))
      const theirs = soldBy(id).map((show) => show.id)
      for (const showId of featured) expect(theirs, id).toContain(showId)
    }
  })
})
