import { describe, expect, it } from 'vitest'
import { clocksDiffer, instantsOf, viewerTimes } from './viewer-time.ts'
import { minutesAhead } from './zoned-time.ts'

const starts = '2026-12-05T19:30:00Z'
const evening = { doors: '2026-12-05T18:30:00Z', starts, ends: '2026-12-05T22:00:00Z' }
const viewer = (timeZone: string) => ({ timeZone, locale: 'en-GB' })

/** `Sun, 6 Dec, 04:30`, whether or not there is a comma after the weekday. */
const moment = (day: string, time: string) => expect.stringMatching(new RegExp(`^\\w{3},? ${day}, ${time}$`))

describe('viewerTimes', () => {
  it('says nothing when the viewer’s clock reads like the venue’s', () => {
    expect(viewerTimes(evening, 'Europe/London', viewer('Europe/Lisbon'))).toBeNull()
  })
  it('gives hours alone on the same day', () => {
    expect(viewerTimes(evening, 'Europe/London', viewer('Europe/Madrid'))).toEqual({
      doors: '19:30',
      starts: '20:30',
      ends: '23:00',
    })
  })
  it('knows only of what there is', () => {
    expect(viewerTimes({ starts }, 'Europe/London', viewer('Europe/Madrid'))).toEqual({ starts: '20:30' })
  })
  it('names another day once, where it begins', () => {
    expect(viewerTimes(evening, 'Europe/London', viewer('Asia/Tokyo'))).toEqual({
      doors: moment('6 Dec', '03:30'),
      starts: '04:30',
      ends: '07:00',
    })
    expect(viewerTimes(evening, 'Europe/London', viewer('Asia/Karachi'))).toEqual({
      doors: '23:30',
      starts: moment('6 Dec', '00:30'),
      ends: '03:00',
    })
    expect(viewerTimes(evening, 'Europe/London', viewer('Asia/Baku'))).toEqual({
      doors: '22:30',
      starts: '23:30',
      ends: moment('6 Dec', '02:00'),
    })
  })
  it('names the day before, and the venue’s own again when that is reached', () => {
    const tokyo = { doors: '2026-12-05T04:30:00Z', starts: '2026-12-05T05:30:00Z', ends: '2026-12-05T09:00:00Z' }
    expect(viewerTimes(tokyo, 'Asia/Tokyo', viewer('America/New_York'))).toEqual({
      doors: moment('4 Dec', '23:30'),
      starts: moment('5 Dec', '00:30'),
      ends: '04:00',
    })
  })
  it('takes each instant by its own offset where clocks change during the show', () => {
    const night = { doors: '2027-03-27T22:30:00Z', starts: '2027-03-27T23:30:00Z', ends: '2027-03-28T02:00:00Z' }
    // At the venue 22:30, 23:30 and, since it is summer by then, 03:00.
    expect(viewerTimes(night, 'Europe/London', viewer('Atlantic/Reykjavik'))).toEqual({
      doors: '22:30',
      starts: '23:30',
      ends: moment('28 Mar', '02:00'),
    })
    expect(viewerTimes({ ...night, ends: undefined }, 'Europe/London', viewer('Atlantic/Reykjavik'))).toBeNull()
  })
})

describe('clocksDiffer', () => {
  const night = { starts: '2027-03-27T23:30:00Z', ends: '2027-03-28T02:00:00Z' }
  const london = instantsOf(night).map((at) => minutesAhead('Europe/London', at))
  const aheadIn = (timeZone: string) => (at: string) => minutesAhead(timeZone, at)

  it.each(['Europe/London', 'Europe/Lisbon', 'Atlantic/Canary'])(
    'is no for %s, whose clocks change as well',
    (zone) => {
      expect(clocksDiffer(night, london, aheadIn(zone))).toBe(false)
    },
  )
  it('is yes where they differ throughout, and where they do so only after a change during the show', () => {
    expect(clocksDiffer(night, london, aheadIn('Europe/Madrid'))).toBe(true)
    expect(clocksDiffer(night, london, aheadIn('Atlantic/Reykjavik'))).toBe(true)
    expect(clocksDiffer({ starts: night.starts }, london, aheadIn('Atlantic/Reykjavik'))).toBe(false)
  })
})
