import { describe, expect, it } from 'vitest'
import type { Show } from '#contracts/show.ts'
import { exampleConfig } from '#dev/test/example-config.ts'
import { visitCalendar } from './calendar.ts'
import { localStamp } from './zone-rules.ts'

const site = {
  resellerId: 'aurora',
  config: exampleConfig({ name: 'Aurora', hosts: ['tickets.aurora.example'] }),
} as never
const order = { id: 'ord_1', code: 'K7QX-24PD', tickets: 2 }
const now = Date.parse('2026-11-26T12:00:00Z')
const showAt = (timeZone: string, startsAt: string, more: Partial<Show> = {}) =>
  ({
    id: 'night-train',
    title: 'Night Train, part one; part two',
    startsAt,
    status: 'scheduled',
    venue: { name: 'Hall', address: 'Street 1', city: 'Town', timeZone },
    ...more,
  }) as Show
const unfolded = (text: string) => text.replace(/\r\n[ \t]/g, '').split('\r\n')
const written = (show: Show) => unfolded(visitCalendar(site, show, order, now))

describe('a visit as a calendar file', () => {
  it('says what, when, where, and which order', () => {
    const show = showAt('Europe/Madrid', '2026-12-05T19:30:00Z', {
      doorsAt: '2026-12-05T18:30:00Z',
      endsAt: '2026-12-05T22:00:00Z',
    })
    const lines = written(show)
    expect(lines).toContain('SUMMARY:Night Train\\, part one\\; part two')
    expect(lines).toContain('DTSTART;TZID=Europe/Madrid:20261205T203000')
    expect(lines).toContain('DTEND;TZID=Europe/Madrid:20261205T230000')
    expect(lines).toContain('DTSTAMP:20261126T120000Z')
    expect(lines).toContain('LOCATION:Hall\\, Street 1\\, Town')
    expect(lines.find((line) => line.startsWith('DESCRIPTION'))).toBe(
      'DESCRIPTION:Doors 19:30\\n2 tickets\\nOrder K7QX-24PD\\nAurora',
    )
    expect(lines.join('\n')).not.toContain('VALARM')
  })
  it('keeps its UID when the show moves, and has another for another order', () => {
    const uid = (lines: string[]) => lines.find((line) => line.startsWith('UID:'))
    const first = uid(written(showAt('Europe/London', '2026-12-05T19:30:00Z')))
    expect(first).toMatch(/^UID:[0-9a-f]{32}@tickets\.aurora\.example$/)
    expect(uid(written(showAt('Europe/London', '2026-12-06T20:00:00Z')))).toBe(first)
    const other = visitCalendar(site, showAt('Europe/London', '2026-12-05T19:30:00Z'), { ...order, id: 'ord_2' }, now)
    expect(uid(unfolded(other))).not.toBe(first)
  })
  it('gives programs names to the letter, without the signs that keep a right-to-left name in its place', () => {
    const text = written(showAt('Asia/Jerusalem', '2026-12-05T19:30:00Z', { title: 'לילה לבן!' })).join('\n')
    expect(text).toContain('SUMMARY:לילה לבן!')
    expect(text).not.toMatch(/[\u2066-\u2069]/)
  })
  it('folds lines to 75 bytes and ends each with CR LF', () => {
    const text = visitCalendar(
      site,
      showAt('Asia/Tokyo', '2026-12-05T10:00:00Z', { title: '銀河鉄道の夜'.repeat(12) }),
      order,
      now,
    )
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(unfolded(text)).toContain(`SUMMARY:${'銀河鉄道の夜'.repeat(12)}`)
  })

  it.each([
    ['Europe/London', '2026-06-05T18:30:00Z', '20260605T193000', '+0100'],
    ['Europe/Madrid', '2026-10-25T00:30:00Z', '20261025T023000', '+0200'],
    ['Europe/Madrid', '2026-10-25T01:30:00Z', '20261025T023000', '+0100'],
    ['Asia/Tokyo', '2026-12-05T10:00:00Z', '20261205T190000', '+0900'],
    ['America/New_York', '2026-03-08T06:59:00Z', '20260308T015900', '-0500'],
    ['America/New_York', '2026-03-08T07:00:00Z', '20260308T030000', '-0400'],
    ['Asia/Kolkata', '2026-12-05T10:00:00Z', '20261205T153000', '+0530'],
    ['Australia/Lord_Howe', '2026-12-05T10:00:00Z', '20261205T210000', '+1100'],
  ])('in %s at %s it is %s (%s), whatever the machine’s own zone', (timeZone, startsAt, local, offset) => {
    const lines = written(showAt(timeZone, startsAt))
    expect(lines).toContain(`DTSTART;TZID=${timeZone}:${local}`)
    expect(localStamp(timeZone, Date.parse(startsAt))).toBe(local)
    // The last change before the show, by the local times in the file, is to the offset that counts at the show.
    const changes = lines.flatMap((line, at) => {
      const [, stamp] = /^DTSTART:(\d{8}T\d{6})$/.exec(line) ?? []
      const from = lines[at + 1]?.split(':')[1] ?? ''
      return stamp ? [{ utc: utcOf(stamp, from), to: lines[at + 2]?.split(':')[1] }] : []
    })
    const last = changes.filter(({ utc }) => utc <= Date.parse(startsAt)).at(-1)
    expect(last?.to).toBe(offset)
  })
})

const minutesOf = (offset: string) =>
  (offset.startsWith('-') ? -1 : 1) * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(3, 5)))
const utcOf = (stamp: string, offset: string) =>
  Date.parse(stamp.replace(/(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)/, '$1-$2-$3T$4:$5:$6Z')) - minutesOf(offset) * 60_000
