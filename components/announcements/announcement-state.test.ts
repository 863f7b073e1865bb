import { describe, expect, it } from 'vitest'
import { firstEndMs, spokenIn, withTold } from './announcement-state.ts'

const now = Date.parse('2026-12-01T12:00:00Z')
const one = { id: 'one', text: 'Two for one' }

describe('announcements that are shown', () => {
  it('begin with what was told last', () => {
    expect(withTold([one], { announcementId: 'two', text: 'Late show', href: '/shows/late' }, now)).toEqual([
      { id: 'two', text: 'Late show', href: '/shows/late' },
      one,
    ])
  })

  it('have each of them once, as it was told last', () => {
    expect(withTold([one], { announcementId: 'one', text: 'Three for one' }, now)).toEqual([
      { id: 'one', text: 'Three for one' },
    ])
  })

  it('come with their languages', () => {
    const told = { announcementId: 'one', text: 'Two', language: 'en-GB', translations: { 'de-DE': 'Zwei' } }
    const { announcementId: id, ...rest } = told
    expect(withTold([], told, now)).toEqual([{ id, ...rest }])
  })

  it.each([
    ['was taken back', { recalled: true }],
    ['is over', { until: '2026-12-01T12:00:00Z' }],
  ])('lose what %s', (_, change) => {
    expect(withTold([one], { announcementId: 'one', text: 'Two for one', ...change }, now)).toEqual([])
  })

  it('are looked at again when the first of them ends', () => {
    const ends = ['2026-12-01T12:00:10Z', '2026-12-01T12:00:05Z'].map((until, at) => ({
      id: `${at}`,
      text: 'T',
      until,
    }))
    expect(firstEndMs([one, ...ends])).toBe(now + 5_000)
    expect(firstEndMs([one])).toBeNull()
  })
})

describe('what a page says', () => {
  const two = { text: 'Two for one', language: 'en-GB', translations: { 'de-DE': 'Zwei für eins' } }
  it.each([
    ['de-DE', { text: 'Zwei für eins' }],
    ['en-GB', { text: 'Two for one' }],
    ['ja-JP', { text: 'Two for one', lang: 'en-GB' }],
  ])('in %s', (locale, said) => expect(spokenIn(two, locale)).toEqual(said))

  it('is the text alone where its language is not known', () => {
    expect(spokenIn(one, 'de-DE')).toEqual({ text: 'Two for one' })
  })
})
