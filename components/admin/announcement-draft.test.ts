import { describe, expect, it } from 'vitest'
import { announcementOf, emptyFields, faultsOf } from './announcement-draft.ts'

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
