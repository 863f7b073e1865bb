import { describe, expect, it } from 'vitest'
import { calendarDay, dayParts, formatLongDay, formatMoment, formatShortDay, formatTime } from './date.ts'

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
  })
})
