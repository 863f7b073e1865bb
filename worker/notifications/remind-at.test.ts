import { expect, it } from 'vitest'
import { remindAt } from './remind-at.ts'

const long = Date.parse('2026-01-01T00:00:00Z')
const at = (startsAt: string, zone: string) => remindAt(Date.parse(startsAt), zone, long)?.toISOString()

it.each([
  ['an ordinary evening', '2026-12-05T19:30:00Z', 'Europe/London', '2026-12-04T19:30:00.000Z'],
  ['the day after clocks went forward', '2027-03-28T17:30:00Z', 'Europe/Madrid', '2027-03-27T18:30:00.000Z'],
  ['the day after clocks went back', '2026-10-25T18:30:00Z', 'Europe/Madrid', '2026-10-24T17:30:00.000Z'],
  ['New York, an hour behind', '2026-11-01T20:00:00Z', 'America/New_York', '2026-10-31T19:00:00.000Z'],
  ['a zone without such clocks', '2026-12-05T10:00:00Z', 'Asia/Tokyo', '2026-12-04T10:00:00.000Z'],
  ['a zone of half hours', '2026-12-05T10:00:00Z', 'Asia/Kolkata', '2026-12-04T10:00:00.000Z'],
])('reminds when clocks at the venue show the same time a day before, %s', (_, startsAt, zone, expected) => {
  expect(at(startsAt, zone)).toBe(expected)
})

it('does not remind who bought within that day', () => {
  const startsAtMs = Date.parse('2026-12-05T19:30:00Z')
  const dayBefore = Date.parse('2026-12-04T19:30:00Z')
  expect(remindAt(startsAtMs, 'Europe/London', dayBefore)).toBeNull()
  expect(remindAt(startsAtMs, 'Europe/London', dayBefore - 1)?.getTime()).toBe(dayBefore)
})
