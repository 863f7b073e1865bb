import { expect, test } from 'vitest'
import { startOf } from './show-date.ts'

const saturday = new Date('2027-01-16T12:00:00Z')

test.each([
  ['not today, even if that is the day', 0, 'Sat', '19:30', '2027-01-23T19:30:00.000Z'],
  ['tomorrow at the earliest', 0, 'Sun', '11:00', '2027-01-17T11:00:00.000Z'],
  ['on the next such day', 0, 'Fri', '20:00', '2027-01-22T20:00:00.000Z'],
  ['on such a day so many weeks on', 3, 'Tue', '20:00', '2027-02-09T20:00:00.000Z'],
  ['at the same local time after the clocks change', 11, 'Sat', '19:30', '2027-04-03T18:30:00.000Z'],
] as const)('a show is %s', (_name, weeks, day, time, start) => {
  expect(startOf({ weeks, day, time }, 'Europe/London', saturday).toISOString()).toBe(start)
})

test('the weekday is the venue’s, not ours', () => {
  const start = startOf({ weeks: 0, day: 'Sun', time: '10:00' }, 'Asia/Tokyo', new Date('2027-01-15T16:00:00Z'))
  expect(start.toISOString()).toBe('2027-01-17T01:00:00.000Z')
})
