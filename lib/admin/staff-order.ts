import { Order, type Ticket, TicketPage } from '#contracts/order.ts'
import { behindAllFrom } from '#lib/database/beginning.ts'
import { asReseller } from '#lib/database/database.ts'
import { sentAgainKey } from '#lib/orders/send-again.ts'
import type { Site } from '#lib/reseller/site.ts'
import type { Storefront } from '#lib/storefront.ts'
import type { MailAbout, Step } from './order-history.ts'

type Deps = Pick<Storefront, 'core' | 'database'>

/** An order of this reseller as core has it now; null for what core does not know as this reseller's. @throws CoreUnavailable */
export async function staffOrder(
  { resellerId }: Pick<Site, 'resellerId'>,
  orderId: string,
  { core }: Pick<Deps, 'core'>,
): Promise<Order | null> {
  const answer = await core.get(resellerId, `/v1/orders/${encodeURIComponent(orderId)}`, Order)
  return answer.ok ? answer.value : null
}

/** A ticket as staff see it: without what the door scans, which is worth the ticket itself. */
export type StaffTicket = Omit<Ticket, 'barcode'>

/** An order's tickets; none before it is confirmed. @throws CoreUnavailable */
export async function staffTickets(
  { resellerId }: Pick<Site, 'resellerId'>,
  { id, status }: Pick<Order, 'id' | 'status'>,
  { core }: Pick<Deps, 'core'>,
): Promise<StaffTicket[]> {
  if (status !== 'confirmed') return []
  const answer = await core.get(resellerId, `/v1/orders/${encodeURIComponent(id)}/tickets`, TicketPage)
  return answer.ok ? answer.value.items.map(({ barcode: _, ...ticket }) => ticket) : []
}

/** The kinds of mail that are about one order, whose keys begin with them (worker/notifications). */
const KINDS = ['order.confirmed', 'order.failed', 'order.refunded', 'order.cancelled'] as const

const beginsWith = (key: string) => ({ gte: key, lt: behindAllFrom(key) })

/** What we know of an order beside what core says: when its status changed, and what was mailed of it in thirty days. */
export async function whatHappened(
  { resellerId }: Pick<Site, 'resellerId'>,
  orderId: string,
  { database }: Pick<Deps, 'database'>,
): Promise<{ steps: Step[]; mails: MailAbout[] }> {
  const again = sentAgainKey(orderId)
  return asReseller(database, resellerId, async (transaction) => {
    const steps = await transaction.orderStep.findMany({ where: { resellerId, orderId } })
    const mails = await transaction.mail.findMany({
      where: {
        resellerId,
        OR: [
          { dedupeKey: { in: KINDS.map((kind) => `${kind}:${orderId}`) } },
          { dedupeKey: beginsWith(again) },
          { dedupeKey: beginsWith(`show.tomorrow:${orderId}:`) },
        ],
      },
      select: { dedupeKey: true, kind: true, createdAt: true, sentAt: true, failedReason: true },
    })
    return {
      steps: steps.map(({ status, at }) => ({ status, at: at.toISOString() })),
      mails: mails.map(({ dedupeKey, kind, createdAt, sentAt, failedReason }) => ({
        kind: dedupeKey.startsWith(again) ? 'again' : kind,
        at: (sentAt ?? createdAt).toISOString(),
        state: sentAt ? 'sent' : failedReason === null ? 'waiting' : 'failed',
      })),
    }
  })
}
