import { describe, expect, it } from 'vitest'
import {
  calendarDay,
  dayParts,
  formatDayAndTime,
  formatLongDay,
  formatMoment,
  formatShortDay,
  formatTime,
  localInstant,
} from './date.ts'

const london = { timeZone: 'Europe/London', locale: 'en-GB' }
const newYork = { timeZone: 'America/New_York', locale: 'en-US' }
const tokyo = { timeZone: 'Asia/Tokyo', locale: 'ja-JP' }
const madrid = { timeZone: 'Europe/Madrid', locale: 'es-ES' }

/** Saturday evening in London, still afternoon in New York, already Sunday in Tokyo. */
const instant = '2026-12-05T19:30:00Z'

describe('dates', () => {
  it('are written in the venue’s zone and the reseller’s language', () => {
    expect(formatLongDay(instant, london)).toMatch(/^Saturday,? 5 December 2026$/)
    expect(formatLongDay(instant, newYork)).toBe('Saturday, December 5, 2026')
    expect(formatLongDay(instant, tokyo)).toBe('2026年12月6日日曜日')
    expect(formatShortDay(instant, madrid)).toBe('sáb, 5 dic')
  })

  it('write times as people there read them', () => {
    expect(formatTime(instant, london)).toBe('19:30')
    expect(formatTime(instant, newYork)).toMatch(/^2:30[ \u00a0]PM$/)
    expect(formatMoment(instant, tokyo)).toBe('12月6日(日) 4:30')
    expect(formatDayAndTime(instant, tokyo)).toBe('2026年12月6日日曜日 4:30')
    expect(formatDayAndTime(instant, london)).toMatch(/^Saturday,? 5 December 2026, 19:30$/)
  })

  it('come apart for date stamps, without the punctuation', () => {
    expect(dayParts(instant, london)).toEqual({
      weekday: 'Sat',
      day: '5',
      month: 'Dec',
      monthNumber: 12,
      year: '2026',
    })
    expect(dayParts(instant, tokyo)).toMatchObject({ weekday: '日', day: '6' })
  })

  it('know the calendar day of the venue', () => {
    expect(calendarDay(instant, 'Asia/Tokyo')).toBe('2026-12-06')
    expect(calendarDay(instant, 'Europe/London')).toBe('2026-12-05')
    expect(calendarDay('2027-01-01T02:00:00Z', 'America/New_York')).toBe('2026-12-31')
  })
})

it.each([
  ['2026-12-05T19:30:00Z', 'Europe/London', '2026-12-05T19:30:00+00:00'],
  ['2026-07-05T19:30:00Z', 'Europe/London', '2026-07-05T20:30:00+01:00'],
  ['2026-12-05T19:30:00Z', 'Asia/Tokyo', '2026-12-06T04:30:00+09:00'],
  ['2026-12-05T05:00:00Z', 'America/New_York', '2026-12-05T00:00:00-05:00'],
])('%s in %s is %s', (utc, zone, local) => {
  expect(localInstant(utc, zone)).toBe(local)
  expect(Date.parse(local)).toBe(Date.parse(utc))
})
