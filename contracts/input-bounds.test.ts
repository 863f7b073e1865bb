import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { ChangePassword, Profile, SignUp } from './account.ts'
import { Translations } from './announcement.ts'
import { LIST_LIMITS, TEXT_LIMITS } from './config-limits.ts'
import { RequestedStreams, StreamsChange } from './connection.ts'
import { MailAddress } from './mail.ts'
import { Href, ResellerConfig } from './reseller-config.ts'
import { ShowQuery } from './show.ts'
import { OrderSearch } from './staff.ts'
import { FindOrders, InboxRead, NewHold, NewPreviewLink, NewStaff, NewWaitlistEntry } from './storefront.ts'

const letters = (length: number) => 'a'.repeat(length)
const list = <T>(length: number, make: (at: number) => T): T[] => Array.from({ length }, (_, at) => make(at))

/** 254 characters is what an SMTP server takes between the brackets; a label has 63 at most. */
const address = (length: number): string => {
  const domain = [letters(63), letters(63), letters(57), 'com'].join('.')
  return `${letters(length - domain.length - 1)}@${domain}`
}

const item = (quantity: number) => ({ tierId: 't1', quantity })
const seated = (count: number) => ({ tierId: 't1', quantity: count, seatIds: list(count, (at) => `s${at}`) })
const holdOf = (items: unknown[]) => ({ showId: 's1', items })
const streams = (count: number) => list(count, (at) => `public.show.${at}`)
const person = { name: 'Ada', email: 'ada@example.com', password: 'a sentence of hers' }

/** What a client sends: its bound, and something of that size. */
const bounds: readonly [what: string, schema: z.ZodType, limit: number, make: (size: number) => unknown][] = [
  ['items of a hold', NewHold, 20, (size) => holdOf(list(size, () => item(1)))],
  ['tickets of an item', NewHold, 100, (size) => holdOf([item(size)])],
  ['seats of an item', NewHold, 100, (size) => holdOf([seated(size)])],
  ['tickets waited for', NewWaitlistEntry, 20, (quantity) => ({ showId: 's1', email: person.email, quantity })],
  ['notifications read at once', InboxRead, 100, (size) => ({ ids: list(size, (at) => `n${at}`) })],
  ['the code of a lost order', FindOrders, 20, (size) => ({ email: person.email, code: letters(size) })],
  ['words looked for in shows', ShowQuery, 120, (size) => ({ q: letters(size) })],
  ['a city', ShowQuery, 80, (size) => ({ city: letters(size) })],
  ['shows of a page', ShowQuery, 100, (limit) => ({ limit })],
  ['a cursor in the list of shows', ShowQuery, 400, (size) => ({ cursor: letters(size) })],
  ['what staff look for', OrderSearch, 254, (size) => ({ q: letters(size) })],
  ['the days of a preview link', NewPreviewLink, 7, (days) => ({ version: 1, days })],
  ['an address in a mail', MailAddress, 254, address],
  ['an address of staff', NewStaff, 254, (size) => ({ email: address(size), role: 'viewer' })],
  ['an address of an account', SignUp, 254, (size) => ({ ...person, email: address(size) })],
  ['a name', Profile, 120, (size) => ({ name: letters(size) })],
  ['a password', SignUp, 128, (size) => ({ ...person, password: letters(size) })],
  [
    'the password before',
    ChangePassword,
    128,
    (size) => ({ currentPassword: letters(size), password: person.password }),
  ],
  ['an announcement', Translations, 400, (size) => ({ 'en-GB': letters(size) })],
  ['the name of a stream', RequestedStreams, 120, (size) => [letters(size)]],
  ['streams of a connection', RequestedStreams, 32, streams],
  ['streams that are added', StreamsChange, 32, (size) => ({ subscribe: streams(size) })],
  ['streams that are left', StreamsChange, 32, (size) => ({ unsubscribe: streams(size) })],
  ['streams that are visible', StreamsChange, 32, (size) => ({ visible: streams(size) })],
]

describe('what a client sends', () => {
  it.each(bounds)('may be at its limit, and not one over: %s', (_, schema, limit, make) => {
    expect(schema.safeParse(make(limit)).error?.issues).toBeUndefined()
    expect(schema.safeParse(make(limit + 1)).success).toBe(false)
  })

  it('has a password of ten characters at least', () => {
    expect(SignUp.safeParse({ ...person, password: letters(10) }).success).toBe(true)
    expect(SignUp.safeParse({ ...person, password: letters(9) }).success).toBe(false)
  })
})

const link = (label: string) => ({ label, href: '/shows' })
const { home, navigation, footer, tagline } = {
  home: ResellerConfig.shape.home,
  navigation: ResellerConfig.shape.navigation,
  footer: ResellerConfig.shape.footer,
  tagline: ResellerConfig.shape.texts.shape.tagline,
}
const featured = (count: number) => [{ type: 'featured', title: 'Now', showIds: list(count, (at) => `s${at}`) }]
const textSection = (title: string, text: string) => [{ type: 'text', title, text }]

const configBounds: readonly [what: string, schema: z.ZodType, limit: number, make: (size: number) => unknown][] = [
  ['sections', home, LIST_LIMITS.sections, (size) => list(size, () => ({ type: 'upcoming', title: 'Soon' }))],
  ['shows put forward', home, LIST_LIMITS.featured, featured],
  ['navigation', navigation, LIST_LIMITS.navigation, (size) => list(size, () => link('Shows'))],
  ['links below', footer, LIST_LIMITS.footerLinks, (size) => ({ text: '', links: list(size, () => link('Shows')) })],
  ['the text below', footer, TEXT_LIMITS.footerText, (size) => ({ text: letters(size), links: [] })],
  ['a link', navigation, TEXT_LIMITS.linkLabel, (size) => [link(letters(size))]],
  ['where a link leads', Href, TEXT_LIMITS.href, (size) => `/${letters(size - 1)}`],
  ['the tagline', tagline, TEXT_LIMITS.tagline, letters],
  ['a section’s title', home, TEXT_LIMITS.sectionTitle, (size) => textSection(letters(size), 'Text')],
  ['a section’s text', home, TEXT_LIMITS.sectionText, (size) => textSection('Title', letters(size))],
]

describe('a configuration', () => {
  it.each(configBounds)('may be at its limit, and not one over: %s', (_, schema, limit, make) => {
    expect(schema.safeParse(make(limit)).error?.issues).toBeUndefined()
    expect(schema.safeParse(make(limit + 1)).success).toBe(false)
  })
})
