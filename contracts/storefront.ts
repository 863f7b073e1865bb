import { z } from 'zod'
import { ANNOUNCEMENT_LIMIT } from './announcement-limit.ts'
import { ConfigRefusal } from './config-refusal.ts'
import { Item } from './hold.ts'
import { CoreId, Instant } from './ids.ts'
import { MailAddress } from './mail.ts'
import { Price } from './money.ts'
import { NotificationKind } from './notification.ts'
import { AgreedTotal, Buyer, OrderStatus } from './order.ts'
import { Href } from './reseller-config.ts'
import { SafeText } from './safe-text.ts'

/*
 * The storefront's own JSON API, browser ↔ storefront, on each reseller's host. The client never names a person or a
 * reseller: the host says which reseller, a host-only cookie says which buyer.
 *   GET    /api/shows/{id}/availability?min=     Availability (contracts/availability.ts), never older than `min`
 *   POST   /api/holds            Idempotency-Key   → HoldView; 429 for too many guests of one client and show
 *   GET    /api/holds/{id}                         → HoldView
 *   POST   /api/holds/{id}/extend                  → HoldView
 *   DELETE /api/holds/{id}                         → 204
 *   POST   /api/orders           Idempotency-Key   → OrderView
 *   POST   /api/orders/find                        → 202, whatever is found; links follow by mail
 *   GET    /api/orders/{id}?key=                   → OrderView; here and below `key` is a mailed link's
 *   GET    /api/orders/{id}/tickets?key=           → {items: Ticket[]}
 *   GET    /api/orders/{id}/tickets.pdf?key=       one page a ticket
 *   GET    /api/orders/{id}/show.ics?key=          the show as a calendar file
 *   POST   /api/orders/{id}/send-again?key=        → 202; 429 within an hour of the last time
 *   GET    /api/admin/state                        → SyncState; this and what follows for staff only
 *   GET    /api/admin/board                        → Board (contracts/board.ts)
 *   POST   /api/admin/drafts                       → {version}
 *   POST   /api/admin/versions/{version}/publish   → {version}; 409 once another one is live than it was asked about
 *   POST   /api/admin/preview-links                → {linkId, path}; DELETE /api/admin/preview-links/{id} revokes
 *   POST   /api/admin/pictures                     a PNG, JPEG or WebP file → StoredPicture; GET → PictureList
 *   DELETE /api/admin/pictures/{id}                → 204; 409 while the live version or the newest one shows it
 *   GET    /media/pictures/{id}/{file}             for everybody on this host; see contracts/picture-files.ts
 *   POST   /api/admin/staff, /api/admin/staff/{accountId}
 *   …      /api/admin/orders/…, /api/admin/announcements/…   see contracts/staff.ts
 *   …      /api/account/…                          see contracts/account.ts
 *   POST   /api/realtime/session                   → RealtimeSession, sets the cookie `rt`
 *   GET    /api/inbox?cursor=                      → InboxPage, newest first
 *   POST   /api/waitlist                           → 202: the address is asked by mail; 429 for too many of one client
 *   POST   /api/waitlist/{token}                   → 204: it is on the list
 *   DELETE /api/waitlist/{token}                   → 204: it is not, any more
 *   POST   /api/unsubscribe/{key}                  OneClick as a form, from anywhere → 200 with a line of text (RFC 8058)
 *   PUT    /api/unsubscribe/{key}                  the same for the page of that link → 204; DELETE takes it back
 *   GET    /api/unsubscribe/{key}                  → 303 to that page
 *   GET    /api/announcements                      → Announcements, the same for everybody
 *   POST   /api/inbox/read                         → InboxCount; other devices hear of it on `private.inbox`
 */

export const NewHold = z.object({ showId: CoreId, items: z.array(Item).min(1).max(20) })

/** A buyer's hold as the browser sees it. `expiresAt − serverNow` is what is left; the browser's own clock is not asked. */
export const HoldView = z.object({
  id: CoreId,
  showId: CoreId,
  items: z.array(Item),
  expiresAt: Instant,
  serverNow: Instant,
  extensionsLeft: z.int().min(0),
  total: Price,
  status: z.enum(['active', 'expired', 'released', 'ordered']),
  orderId: CoreId.optional(),
})

/** As somebody types it; what core has of older orders is taken as it is. */
const NewBuyer = Buyer.extend({ name: SafeText.trim().min(1, 'is needed').max(120) })

/** `total` is what the button said: an order for anything else is refused with `core/price-changed`, by core or before it is asked. */
export const NewOrder = z.object({ holdId: CoreId, buyer: NewBuyer, total: AgreedTotal.optional() })

/** Of a link in a mail (decision 0081); what is no key opens nothing. */
export const LinkQuery = z.object({ key: z.string().max(100).optional().catch(undefined) })

/** Whose orders to mail links to; with a code only to that one. */
export const FindOrders = z.object({
  email: z.string().trim().max(254).pipe(z.email('is not an e-mail address')),
  code: z.string().trim().max(20).optional(),
})

/** An order as its buyer sees it; without `customerRef`, which never reaches a browser. */
export const OrderView = z.object({
  id: CoreId,
  code: z.string(),
  showId: CoreId,
  status: OrderStatus,
  items: z.array(Item),
  total: Price,
  /** What the buyer was shown and agreed to, where core made the order at another total; absent otherwise. */
  agreedTotal: AgreedTotal.optional(),
  buyer: Buyer,
  createdAt: Instant,
  redirectTo: z.url().optional(),
  failure: z.string().optional(),
  saleIds: z.array(CoreId).optional(),
})

/** When the cookie's rights end and when to renew them. */
export const RealtimeSession = z.object({ expiresAt: Instant, serverNow: Instant })

/** A notification as its reader sees it; `title` and `when` are in the site's language. */
export const InboxItem = z.object({
  id: z.string().max(64),
  kind: NotificationKind,
  title: z.string(),
  /** When it was told: Sat 5 Dec, 19:30. */
  when: z.string(),
  at: Instant,
  href: z.string(),
  read: z.boolean(),
})

export const InboxPage = z.object({
  items: z.array(InboxItem),
  unread: z.int().min(0),
  nextCursor: z.string().nullable(),
})
export const InboxQuery = z.object({ cursor: z.string().max(200).optional() })

/** Which were read; all of them when none is named. */
export const InboxRead = z.object({
  ids: z
    .array(z.string().regex(/^[A-Za-z0-9-]{1,64}$/, 'is not a notification'))
    .min(1)
    .max(100)
    .optional(),
})
export const InboxCount = z.object({ unread: z.int().min(0) })

/** An address that wants to hear when tickets come back: of one tier, or of any. */
export const NewWaitlistEntry = z.object({
  showId: CoreId,
  tierId: CoreId.optional(),
  email: MailAddress,
  quantity: z.int().min(1).max(20),
})
/** 192 random bits, which only mails to the address tell. */
export const WaitlistToken = z.string().regex(/^[A-Za-z0-9_-]{32}$/, 'is not a link of ours')

/** What could be the key of a link that ends mails; `platform/opt-out-link.ts` says whether it is one. */
export const OptOutKey = z.string().regex(/^[\w.-]{80,160}$/, 'is not a link of ours')
/** What mail programs send when their reader wants no more of a mail's kind. */
export const OneClick = z.object({ 'List-Unsubscribe': z.literal('One-Click') })

/** What a reseller tells everybody now, newest first. `public.promotional.<resellerId>` says what comes and goes. */
export const Announcement = z.object({
  id: z.string().max(64),
  text: z.string().min(1).max(ANNOUNCEMENT_LIMIT),
  /** The language of `text`, BCP 47; unknown of older ones. */
  language: z.string().max(35).optional(),
  /** The same in other languages of the site; in which of them it is read, the page knows. */
  translations: z.record(z.string().max(35), z.string().min(1).max(ANNOUNCEMENT_LIMIT)).optional(),
  href: Href.optional(),
  until: Instant.optional(),
})
export const Announcements = z.object({ items: z.array(Announcement).max(20) })

/** The storefront's own problem types; core's pass through with their names. */
export const STOREFRONT_PROBLEM_STATUS = {
  'storefront/invalid-request': 400,
  /** Nobody is signed in, or not any more. */
  'storefront/sign-in-needed': 401,
  /** The address or the password; which of them is not told. */
  'storefront/wrong-credentials': 401,
  /** The right password, but nobody has followed the link to the address yet; another one was mailed. */
  'storefront/email-not-verified': 403,
  /** Asked for once more before something is changed, and not the right one. */
  'storefront/wrong-password': 403,
  'storefront/last-owner': 409,
  /** A mailed link that was used, replaced or left too long. */
  'storefront/link-used-up': 410,
  'storefront/too-many-attempts': 429,
  'storefront/forbidden-origin': 403,
  /** Signed in as staff, but in a role that may not do this. */
  'storefront/forbidden': 403,
  'storefront/not-found': 404,
  /** A preview is for looking: nothing is held, bought or changed from one. */
  'storefront/preview': 403,
  'storefront/method-not-allowed': 405,
  /** Nobody need wait: there are tickets. */
  'storefront/not-sold-out': 409,
  /** `?min=` names a version that the show has not reached: ask again in a moment. */
  'storefront/version-not-reached': 409,
  'storefront/too-large': 413,
  'storefront/unsupported-media-type': 415,
  /** Said by the edge: this address asks too much at once. */
  'storefront/too-often': 429,
  /** Somebody saved a newer version than the one this change began with; `version` says which. */
  'storefront/newer-version': 409,
  /** Another version is live than the one that this publish was said to follow. */
  'storefront/other-version-live': 409,
  /** Colours that people could not read; `fields` says which and how to mend them. */
  'storefront/unreadable': 422,
  /** A file that is no picture for a page; `detail` is a `PictureFault` (contracts/picture.ts). */
  'storefront/unusable-picture': 422,
  /** This reseller's pictures fill their room; removing some that no version shows makes more. */
  'storefront/no-room': 409,
  /** The live version or the newest one shows this picture, so it is not removed. */
  'storefront/picture-shown': 409,
  'storefront/core-unavailable': 503,
  'storefront/reseller-service-unavailable': 503,
  /** Our own memory (PostgreSQL) is away. */
  'storefront/unavailable': 503,
  'storefront/internal': 500,
} as const

/** `POST /api/admin/drafts`. `base` is the newest version that the editor had seen. */
export const NewDraft = z.object({ base: z.int().min(0), config: z.unknown() })

/**
 * `POST /api/admin/versions/{version}/publish`. `liveVersion` is the one that people were told the difference from, as
 * `SyncState` says it; absent from pages of the version before.
 */
export const NewPublish = z.object({ liveVersion: z.int().nullable().optional() })

/** `POST /api/admin/preview-links`. */
export const NewPreviewLink = z.object({ version: z.int().min(1).max(2_147_483_647), days: z.int().min(1).max(7) })

/** `POST /api/admin/staff` and `…/staff/{accountId}`; null makes somebody a customer again. */
export const NewStaff = z.object({ email: z.email().max(254), role: z.enum(['viewer', 'editor', 'owner']) })
export const StaffChange = z.object({ role: NewStaff.shape.role.nullable() })

/** `GET /api/admin/state`: how far a publish has come. */
export const SyncState = z.object({
  liveVersion: z.int().nullable(),
  sequence: z.int(),
  /** When the reseller service said so, and when it was live here; null before the first. */
  announcedAt: Instant.nullable(),
  publishedAt: Instant.nullable(),
  /** The newest version that came here, live or not. */
  newestVersion: z.int().nullable(),
  /** What was announced after this may not have been looked at; null when nothing is known. Absent while the worker keeps up. */
  behind: z.object({ workedTo: Instant.nullable() }).optional(),
  /** `version` 0: a message out of which no version could be read. */
  rejections: z.array(
    z.object({
      version: z.int(),
      wasToBeLive: z.boolean(),
      /** Absent from storefronts of the version before, beside which a newer page may stand. */
      cause: ConfigRefusal.optional(),
      /** The same in English, for pages of the version before: they know no `cause`. */
      reason: z.string().optional(),
      at: Instant,
    }),
  ),
})

export type SyncState = z.infer<typeof SyncState>
export type NewPublish = z.infer<typeof NewPublish>
export type StorefrontProblemType = keyof typeof STOREFRONT_PROBLEM_STATUS
export type NewHold = z.infer<typeof NewHold>
export type HoldView = z.infer<typeof HoldView>
export type NewOrder = z.infer<typeof NewOrder>
export type FindOrders = z.infer<typeof FindOrders>
export type OrderView = z.infer<typeof OrderView>
export type Announcement = z.infer<typeof Announcement>
export type Announcements = z.infer<typeof Announcements>
export type NewWaitlistEntry = z.infer<typeof NewWaitlistEntry>
export type InboxItem = z.infer<typeof InboxItem>
export type InboxPage = z.infer<typeof InboxPage>
export type InboxCount = z.infer<typeof InboxCount>
export type RealtimeSession = z.infer<typeof RealtimeSession>
