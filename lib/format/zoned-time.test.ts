import { describe, expect, it, test } from 'vitest'
import { instantIn, minutesAhead } from './zoned-time.ts'

describe('a wall time becomes an instant', () => {
  test.each([
    ['Europe/London', '2027-01-15', '19:30', '2027-01-15T19:30:00.000Z'],
    ['Europe/London', '2027-07-15', '19:30', '2027-07-15T18:30:00.000Z'],
    ['Europe/Madrid', '2027-01-15', '20:00', '2027-01-15T19:00:00.000Z'],
    ['Asia/Tokyo', '2027-07-15', '18:30', '2027-07-15T09:30:00.000Z'],
    ['America/New_York', '2027-01-16', '11:00', '2027-01-16T16:00:00.000Z'],
    ['America/New_York', '2027-03-14', '11:00', '2027-03-14T15:00:00.000Z'],
    ['America/New_York', '2027-11-07', '00:30', '2027-11-07T04:30:00.000Z'],
    ['Europe/Madrid', '2027-10-31', '01:30', '2027-10-30T23:30:00.000Z'],
    ['Europe/London', '2027-03-28', '01:30', '2027-03-28T01:30:00.000Z'],
  ])('%s %s %s', (zone, date, time, instant) => {
    expect(instantIn(zone, { date, time }).toISOString()).toBe(instant)
  })
})

describe('minutesAhead', () => {
  it.each([
    ['Europe/London', '2026-12-05T19:30:00Z', 0],
    ['Europe/London', '2026-07-05T19:30:00Z', 60],
    ['Asia/Kolkata', '2026-07-05T19:30:00Z', 330],
    ['America/New_York', '2026-12-05T19:30:00Z', -300],
  ])('clocks of %s at %s are %i minutes ahead of UTC', (zone, at, minutes) => {
    expect(minutesAhead(zone, at)).toBe(minutes)
  })
})
