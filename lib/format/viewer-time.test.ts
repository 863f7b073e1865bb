import { describe, expect, it } from 'vitest'
import { viewerTime } from './viewer-time.ts'

const instant = '2026-12-05T19:30:00Z'

describe('viewerTime', () => {
  it('says nothing when the viewer’s clock reads like the venue’s', () => {
    expect(viewerTime(instant, 'Europe/London', { timeZone: 'Europe/Lisbon', locale: 'en-GB' })).toBeNull()
  })
  it('gives the hour alone on the same day', () => {
    expect(viewerTime(instant, 'Europe/London', { timeZone: 'Europe/Madrid', locale: 'en-GB' })).toBe('20:30')
  })
  it('names the day when it is another one', () => {
    expect(viewerTime(instant, 'Europe/London', { timeZone: 'Asia/Tokyo', locale: 'en-GB' })).toMatch(
      /^Sun,? 6 Dec, 0?4:30$/,
    )
  })
})
