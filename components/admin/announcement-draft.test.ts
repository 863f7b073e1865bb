import { describe, expect, it } from 'vitest'
import { ANNOUNCEMENT_LIMIT } from '#contracts/announcement-limit.ts'
import {
  announcementOf,
  emptyFields,
  type FaultyField,
  faultsIn,
  faultsOf,
  fieldsAgain,
  type NewAnnouncement,
} from './announcement-draft.ts'

const languages = ['en-GB', 'de-DE', 'ja-JP']

describe('a form becomes an announcement', () => {
  it('with its moments by the clocks of the shop, not by those of whoever writes', () => {
    const fields = { ...emptyFields, startsAt: '2026-12-05T19:30', until: '2027-07-05T19:30' }
    expect(announcementOf(fields, languages, 'Europe/London')).toMatchObject({
      startsAt: '2026-12-05T19:30:00.000Z',
      until: '2027-07-05T18:30:00.000Z',
    })
    expect(announcementOf(fields, languages, 'Asia/Tokyo')).toMatchObject({ startsAt: '2026-12-05T10:30:00.000Z' })
  })

  it('without what was left empty', () => {
    const texts = { 'en-GB': ' Two for one ', 'de-DE': ' ', 'ja-JP': '二枚で一枚の値段' }
    expect(announcementOf({ ...emptyFields, texts, href: ' ' }, languages, 'Europe/London')).toEqual({
      text: 'Two for one',
      translations: { 'ja-JP': '二枚で一枚の値段' },
    })
  })

  it('in the languages of the shop only', () => {
    const texts = { 'en-GB': 'Hello', 'es-ES': 'Hola' }
    expect(announcementOf({ ...emptyFields, texts }, languages, 'Europe/London')).toEqual({ text: 'Hello' })
  })
})

it('what the server refused is named in the order of the form', () => {
  const fields = ['until', 'translations.de-DE', 'href', 'text'].map((path) => ({ path, message: 'm' }))
  expect(faultsOf({ type: 'storefront/invalid-request', title: 'T', status: 400, fields })).toEqual([
    ...['text', 'text de-DE', 'until', 'href'],
  ])
  expect(faultsOf(null)).toEqual([])
})

const long = 'x'.repeat(ANNOUNCEMENT_LIMIT + 1)
const evening = { startsAt: '2026-12-05T19:30:00Z', until: '2026-12-05T19:30:00Z' }

it.each<[string, NewAnnouncement, FaultyField[]]>([
  ['a text', { text: 'Two for one' }, []],
  [
    'a text with everything',
    { ...{ text: 'T', translations: { 'de-DE': 'T' } }, href: '/shows', until: evening.until },
    [],
  ],
  ['no text', { text: '' }, ['text']],
  ['texts that are too long', { text: long, translations: { 'de-DE': long, 'ja-JP': 'T' } }, ['text', 'text de-DE']],
  ['a link to elsewhere', { text: 'T', href: '//elsewhere.example' }, ['href']],
  ['a link with a space', { text: 'T', href: '/shows /night' }, ['href']],
  ['an end that is no later than the start', { text: 'T', ...evening }, ['until']],
  ['an end that is over, which the server knows better', { text: 'T', until: '2001-01-01T00:00:00Z' }, []],
  ['several faults in the order of the form', { text: '', href: 'shows', ...evening }, ['text', 'until', 'href']],
])('before anybody is asked whether to announce it, %s is looked at', (_, announcement, faults) => {
  expect(faultsIn(announcement)).toEqual(faults)
})

it('an announcement is used again with its texts and its link, not with its moments', () => {
  const texts = [
    { locale: 'en-GB', text: 'Two for one' },
    { locale: 'de-DE', text: 'Zwei für eins' },
  ]
  const words = { 'en-GB': 'Two for one', 'de-DE': 'Zwei für eins' }
  expect(fieldsAgain({ texts, href: '/shows' })).toEqual({ texts: words, href: '/shows' })
  expect(fieldsAgain({ texts, href: null })).toEqual({ texts: words, href: '' })
})
