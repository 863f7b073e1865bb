import { z } from 'zod'
import { CoreId, Instant } from './ids.ts'

/** What a buyer may be told in their inbox. */
export const NotificationKind = z.enum([
  'order.confirmed',
  'order.failed',
  'order.refunded',
  'order.cancelled',
  'show.changed',
  'show.tomorrow',
])

/** What a notification is about, whatever its kind; its words are chosen when it is shown. */
export const NotificationData = z.object({
  orderId: CoreId,
  code: z.string().min(4).max(20),
  showId: CoreId,
  title: z.string().min(1).max(160),
  startsAt: Instant,
  timeZone: z.string().min(1).max(64),
  /** The show does not take place. */
  cancelled: z.boolean().optional(),
})

/** The `kind` of an `inbox` message that tells a person's other devices that something was read, and nothing new. */
export const INBOX_READ = 'read'

export type NotificationKind = z.infer<typeof NotificationKind>
export type NotificationData = z.infer<typeof NotificationData>
