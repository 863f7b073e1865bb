import { expect, it } from 'vitest'
import type { MailContent } from '#contracts/mail.ts'
import { SAMPLE_MAILS, sampleMailShow } from './render/mail-samples.fixture.ts'
import { whyTooLate } from './too-late.ts'

const MINUTE_MS = 60_000
const createdAt = new Date('2026-11-01T10:00:00Z')
const after = (minutes: number) => createdAt.getTime() + minutes * MINUTE_MS
const url = '/account/there?token=secret'

it.each<MailContent>([
  { kind: 'account.verify', data: { url } },
  { kind: 'account.reset', data: { url } },
  { kind: 'account.confirm-new-email', data: { url } },
])('a link that is good for an hour is not mailed after it: $kind', (content) => {
  expect(whyTooLate(content, createdAt, after(59))).toBeNull()
  expect(whyTooLate(content, createdAt, after(60))).toBe('its link is over')
})

it('a reminder is not mailed once its show has begun', () => {
  const content: MailContent = { kind: 'show.tomorrow', data: { show: sampleMailShow, url: '/orders/1', tickets: 2 } }
  const beginsAtMs = Date.parse(sampleMailShow.startsAt)
  expect(whyTooLate(content, createdAt, beginsAtMs - 1)).toBeNull()
  expect(whyTooLate(content, createdAt, beginsAtMs)).toBe('the show has begun')
})

it.each(SAMPLE_MAILS.filter(({ kind }) => !/^(account\.(verify|reset|confirm-new-email)|show\.tomorrow)$/.test(kind)))(
  'other mails are of use for as long as they are tried: $kind',
  (content) => {
    expect(whyTooLate(content, createdAt, after(12 * 60))).toBeNull()
  },
)
