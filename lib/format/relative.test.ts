import { describe, expect, it } from 'vitest'
import { relativeDay } from './relative.ts'

const now = Date.parse('2026-12-04T23:30:00Z')

describe('relativeDay', () => {
  it('counts days by the venue’s calendar, not by hours', () => {
    expect(relativeDay('2026-12-05T00:30:00Z', now, { timeZone: 'Europe/London', locale: 'en-GB' })).toBe('tomorrow')
    expect(relativeDay('2026-12-05T00:30:00Z', now, { timeZone: 'Asia/Tokyo', locale: 'ja-JP' })).toBe('今日')
  })
  it('speaks of a few days ahead and then leaves it to the date', () => {
    const place = { timeZone: 'Europe/Madrid', locale: 'es-ES' }
    expect(relativeDay('2026-12-08T19:30:00Z', now, place)).toBe('dentro de 3 días')
    expect(relativeDay('2026-12-20T19:30:00Z', now, place)).toBeNull()
    expect(relativeDay('2026-12-01T19:30:00Z', now, place)).toBeNull()
  })
})
