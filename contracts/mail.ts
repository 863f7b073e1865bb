import { z } from 'zod'
import { CoreId, Instant } from './ids.ts'
import { Price } from './money.ts'
import { TimeZone } from './time-zone.ts'

/*
 * What our programs ask to be mailed, from the row they write to the worker that renders it. A mail says what happened;
 * how it looks and reads is decided when it is sent, by the reseller's brand of that moment.
 */

/** The PostgreSQL channel on which a committed mail wakes the worker (a trigger speaks); without a payload. */
export const MAIL_CHANNEL = 'mail'

/**
 * Where a link in a mail leads: a path on the site, or a full address of it. Only path, query and fragment are used; the
 * worker puts them behind the reseller's primary host, so no mail leads anywhere else.
 */
export const MailLink = z
  .string()
  .max(2_000)
  .regex(/^(?:\/(?![/\\])|https?:\/\/)[^\s\\]*$/, 'must be a path or an http address')

/** A show as far as a mail names it. `timeZone` is the venue's and rules every time in the mail. */
export const MailShow = z.object({
  id: CoreId,
  title: z.string().min(1).max(160),
  startsAt: Instant,
  doorsAt: Instant.optional(),
  timeZone: TimeZone,
  venue: z.string().min(1).max(120),
  address: z.string().max(240).optional(),
  city: z.string().min(1).max(80),
})

/** An order as far as a mail names it. `name` is whom the buyer said the tickets are for. */
export const MailOrder = z.object({
  id: CoreId,
  code: z.string().min(4).max(20),
  name: z.string().max(120),
  tickets: z.int().min(1),
  total: Price,
})

const nothing = z.object({})
const link = z.object({ url: MailLink })
const order = z.object({ order: MailOrder, show: MailShow })

/** How to hear no more of this kind (decision 0090). Mails of yesterday, which wait still, have none. */
const ending = {
  /** A page that asks first. */
  unsubscribeUrl: MailLink.optional(),
  /** Where mail programs POST for their reader, who is asked nothing more (RFC 8058). */
  oneClickUrl: MailLink.optional(),
}

/** What each kind of mail has to say. */
export const MAIL_DATA = {
  /** Proves that an address is its owner's. */
  'account.verify': link,
  'account.reset': link,
  /** Goes to the new address; the old one hears of it by `account.email-changed`. */
  'account.confirm-new-email': link,
  'account.email-changed': nothing,
  /** Somebody signed up with an address that has an account: only its owner learns that, here. `url` signs in. */
  'account.exists': link,
  'account.deleted': nothing,
  /** `url` opens the order, without signing in. */
  'order.confirmed': order.extend({ url: MailLink }),
  /** Nothing was paid; `url` leads back to the show. */
  'order.failed': order.extend({ url: MailLink }),
  'order.refunded': order.extend({ url: MailLink }),
  'order.cancelled': order.extend({ url: MailLink }),
  /** What is different about a show that somebody has tickets for; `before` is what they were told last. */
  'show.changed': z.object({
    show: MailShow,
    url: MailLink,
    cancelled: z.boolean(),
    before: MailShow.pick({ startsAt: true, venue: true, city: true, timeZone: true }).optional(),
  }),
  'show.tomorrow': z.object({ show: MailShow, url: MailLink, tickets: z.int().min(1), ...ending }),
  /** Somebody left this address on a waitlist; it joins when `url` is opened. */
  'waitlist.confirm': z.object({ show: MailShow, tier: z.string().max(80).optional(), url: MailLink }),
  'waitlist.available': z.object({
    show: MailShow,
    tier: z.string().max(80).optional(),
    url: MailLink,
    ...ending,
    unsubscribeUrl: MailLink,
    /** The place on the list that it is written to; who has left it meanwhile is not written to. */
    entryId: z.uuid().optional(),
  }),
  /** Orders that were bought with this address, each with a link that opens it without signing in. At most 20. */
  'order.link': z.object({
    orders: z
      .array(z.object({ code: z.string().min(4).max(20), show: MailShow, url: MailLink }))
      .min(1)
      .max(20),
  }),
} as const

export type MailKind = keyof typeof MAIL_DATA
export type MailData<Kind extends MailKind> = z.infer<(typeof MAIL_DATA)[Kind]>
/** One kind with its data. */
export type MailContent = { [Kind in MailKind]: { readonly kind: Kind; readonly data: MailData<Kind> } }[MailKind]

/**
 * Which mail of a reseller goes first, the least before all others: 0 for what somebody waits for with the page open, 1
 * for what they have paid for or asked for, 2 for news to many.
 */
export function mailPriority(kind: MailKind): 0 | 1 | 2 {
  if (kind.startsWith('account.')) return 0
  return kind.startsWith('order.') || kind === 'waitlist.confirm' ? 1 : 2
}

const kinds = Object.entries(MAIL_DATA).map(([kind, data]) => z.object({ kind: z.literal(kind), data }))

/** What a stored mail says, as the worker reads it; `kind` tells which. */
export const MailContent = z.discriminatedUnion(
  'kind',
  kinds as [(typeof kinds)[number], ...typeof kinds],
) as unknown as z.ZodType<MailContent>

/** RFC 5321 allows 254 characters; a line break or a second address has no way in. */
export const MailAddress = z.email('is not an e-mail address').max(254)

export type MailShow = z.infer<typeof MailShow>
export type MailOrder = z.infer<typeof MailOrder>
