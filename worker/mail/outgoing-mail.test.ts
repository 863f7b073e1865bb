import { describe, expect, it } from 'vitest'
import type { MailContent } from '#contracts/mail.ts'
import type { Locale } from '#contracts/reseller-config.ts'
import { RESELLERS } from '#dev/demo/resellers/all.ts'
import type { Brand } from '../brand/brand.ts'
import { dressMail } from './outgoing-mail.ts'
import { SAMPLE_MAILS, sampleMailShow } from './render/mail-samples.fixture.ts'

const before = Date.parse(sampleMailShow.startsAt) - 1
const createdAt = new Date(before - 60_000)
const brand: Brand = { resellerId: 'aurora', config: RESELLERS.aurora, origin: 'https://tickets.example' }

function headersOf(content: MailContent, from = brand): Readonly<Record<string, string>> {
  const row = { resellerId: 'aurora', mailId: 'm', recipient: 'ada@example.com', locale: null, createdAt, attempts: 1 }
  const dressed = dressMail({ ...row, content }, from, 'mail.example', before)
  if ('reason' in dressed) throw new Error(dressed.reason)
  return dressed.headers
}

const ways = { unsubscribeUrl: '/unsubscribe/key', oneClickUrl: '/api/unsubscribe/key' }
const reminder = { show: sampleMailShow, url: '/orders/1', tickets: 2 }
const notice = { show: sampleMailShow, url: '/shows/night-train', unsubscribeUrl: '/waitlist/token' }

describe('the headers of a mail that nobody asked for in that moment', () => {
  it.each<[string, MailContent]>([
    ['reminder', { kind: 'show.tomorrow', data: { ...reminder, ...ways } }],
    ['notice', { kind: 'waitlist.available', data: { ...notice, oneClickUrl: ways.oneClickUrl } }],
  ])('let a mail program end it with one click, at the reseller’s own host: %s', (_, content) => {
    expect(headersOf(content)).toEqual({
      'List-Unsubscribe': '<https://tickets.example/api/unsubscribe/key>',
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    })
  })

  it('lead nowhere else, whatever the row says', () => {
    const oneClickUrl = 'https://evil.example/api/unsubscribe/key'
    expect(headersOf({ kind: 'show.tomorrow', data: { ...reminder, oneClickUrl } })['List-Unsubscribe']).toBe(
      '<https://tickets.example/api/unsubscribe/key>',
    )
  })

  it('name the page where there is no TLS, for one-click asks for it', () => {
    const local = { ...brand, origin: 'http://aurora.localhost:3000' }
    expect(headersOf({ kind: 'show.tomorrow', data: { ...reminder, ...ways } }, local)).toEqual({
      'List-Unsubscribe': '<http://aurora.localhost:3000/unsubscribe/key>',
    })
  })

  it('are as they were for rows of yesterday', () => {
    expect(headersOf({ kind: 'show.tomorrow', data: reminder })).toEqual({})
    expect(headersOf({ kind: 'waitlist.available', data: notice })).toEqual({
      'List-Unsubscribe': '<https://tickets.example/waitlist/token>',
    })
  })
})

it('a mail that cannot be written fails alone, and is tried again like any other', () => {
  const show = { ...sampleMailShow, timeZone: 'Europe/Londn' }
  const row = { resellerId: 'aurora', mailId: 'm', recipient: 'ada@example.com', locale: null, createdAt, attempts: 1 }
  const content: MailContent = { kind: 'show.tomorrow', data: { ...reminder, show } }
  expect(dressMail({ ...row, content }, brand, 'mail.example', before)).toEqual({
    reason: expect.stringMatching(/^it cannot be written: RangeError: .*Europe\/Londn/),
    permanent: false,
  })
})

it('a mail that nobody has any use for any more is given up, with a reason that says so', () => {
  const content: MailContent = { kind: 'account.reset', data: { url: '/account/reset?token=secret' } }
  const row = { resellerId: 'aurora', mailId: 'm', recipient: 'ada@example.com', locale: null, attempts: 7, content }
  const hourAgo = new Date(before - 3_600_000)
  expect(dressMail({ ...row, createdAt: hourAgo }, brand, 'mail.example', before)).toEqual({
    reason: 'its link is over',
    permanent: true,
  })
})

it('a mail that cannot be read is tried again, too: a program that can read it may come', () => {
  const row = { resellerId: 'aurora', mailId: 'm', recipient: 'ada@example.com', locale: null, createdAt, attempts: 1 }
  expect(dressMail({ ...row, content: null }, brand, 'mail.example', before)).toEqual({
    reason: 'what it says cannot be read',
    permanent: false,
  })
})

describe('a mail in a language that somebody chose', () => {
  const config = { ...RESELLERS.aurora, locale: 'en-GB' as const, locales: ['en-GB' as const, 'de-DE' as const] }
  const content: MailContent = { kind: 'show.tomorrow', data: { ...reminder, ...ways } }
  const dressed = (locale: Locale | null, locales = config.locales) => {
    const row = {
      resellerId: 'aurora',
      mailId: 'm',
      recipient: 'ada@example.com',
      locale,
      createdAt,
      attempts: 1,
      content,
    }
    const outgoing = dressMail(row, { ...brand, config: { ...config, locales } }, 'mail.example', before)
    if ('reason' in outgoing) throw new Error(outgoing.reason)
    return outgoing
  }

  it('is written in it, and leads to pages in it', () => {
    const { html, headers } = dressed('de-DE')
    expect(html).toContain('<html lang="de-DE">')
    expect(html).toContain('https://tickets.example/de/orders/1')
    expect(headers['List-Unsubscribe'], 'is for programs').toBe('<https://tickets.example/api/unsubscribe/key>')
  })

  it.each<[string, Locale | null, ('en-GB' | 'de-DE')[]]>([
    ['the site gave it up while the mail was waiting', 'de-DE', ['en-GB']],
    ['the site never spoke it', 'ja-JP', ['en-GB', 'de-DE']],
    ['nobody noted it', null, ['en-GB', 'de-DE']],
  ])('is in the site’s first when %s, so that no link leads nowhere', (_, locale, locales) => {
    const { html } = dressed(locale, locales)
    expect(html).toContain('<html lang="en-GB">')
    expect(html).toContain('https://tickets.example/orders/1')
  })
})

it.each(SAMPLE_MAILS.filter(({ kind }) => !['show.tomorrow', 'waitlist.available'].includes(kind)))(
  'a mail that somebody asked for, or must have, cannot be ended: $kind',
  (content) => expect(headersOf(content)).toEqual({}),
)
