import { describe, expect, it } from 'vitest'
import { dayStart } from './day-start.ts'

const HOUR_MS = 3_600_000
const startOf = (instant: string, timeZone: string) => new Date(dayStart(Date.parse(instant), timeZone)).toISOString()

describe('a day begins', () => {
  it.each([
    ['2026-11-26T17:25:31.123Z', 'UTC', '2026-11-26T00:00:00.000Z'],
    ['2026-11-26T17:25:31.123Z', 'Europe/Berlin', '2026-11-25T23:00:00.000Z'],
    ['2026-11-26T17:25:31.123Z', 'Asia/Tokyo', '2026-11-26T15:00:00.000Z'],
    ['2026-11-26T03:00:00.000Z', 'America/New_York', '2026-11-25T05:00:00.000Z'],
    ['2026-11-26T17:25:00.000Z', 'Asia/Kathmandu', '2026-11-25T18:15:00.000Z'],
  ])('at midnight: %s in %s began at %s', (instant, timeZone, start) => {
    expect(startOf(instant, timeZone)).toBe(start)
  })

  it('at midnight also when clocks have changed since, in either direction', () => {
    // Spring in London: 00:30 and 12:00 of a day of 23 hours.
    expect(startOf('2026-03-29T00:30:00Z', 'Europe/London')).toBe('2026-03-29T00:00:00.000Z')
    expect(startOf('2026-03-29T11:00:00Z', 'Europe/London')).toBe('2026-03-29T00:00:00.000Z')
    // Autumn in Berlin: the last minute of a day of 25 hours.
    expect(startOf('2026-10-25T22:59:00Z', 'Europe/Berlin')).toBe('2026-10-24T22:00:00.000Z')
  })

  it('at one where there is no midnight', () => {
    // Clocks in Santiago go from 24:00 to 01:00.
    expect(startOf('2026-09-06T12:00:00Z', 'America/Santiago')).toBe('2026-09-06T04:00:00.000Z')
  })

  it('at its own first instant, and a moment before that the day before is', () => {
    const start = dayStart(Date.parse('2026-11-26T12:00:00Z'), 'Asia/Tokyo')
    expect(dayStart(start, 'Asia/Tokyo')).toBe(start)
    expect(dayStart(start - 1, 'Asia/Tokyo')).toBe(start - 24 * HOUR_MS)
  })
})

it.each([
  'Europe/London',
  'America/New_York',
  'America/Santiago',
  'America/Havana',
  'Asia/Tokyo',
  'Australia/Lord_Howe',
])('every day of two years in %s, looked at from any of its hours, has 23 to 25 hours', (timeZone) => {
  for (let ms = Date.parse('2026-01-01T00:30:00Z'); ms < Date.parse('2028-01-01T00:00:00Z'); ms += 29 * HOUR_MS) {
    const start = dayStart(ms, timeZone)
    expect(start).toBeLessThanOrEqual(ms)
    expect(ms - start).toBeLessThan(25 * HOUR_MS)
    expect(dayStart(start, timeZone)).toBe(start)
  }
})
