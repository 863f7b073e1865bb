import { setTimeout as pause } from 'node:timers/promises'
import { Order } from '#contracts/order.ts'
import type { FindOrders } from '#contracts/storefront.ts'
import { isCoreUnavailable } from '#lib/core/core-unavailable.ts'
import { orNull } from '#lib/core/or-null.ts'
import { findShow } from '#lib/core/shows.ts'
import { asReseller } from '#lib/database/database.ts'
import { mailShow } from '#lib/format/mailed-order.ts'
import { queueMail } from '#lib/mail/queue-mail.ts'
import type { Site } from '#lib/reseller/site.ts'
import type { Storefront } from '#lib/storefront.ts'
import { addressDigest, linkExpiryMs, orderLink } from '#platform/order-link.ts'
import { wordOfCode } from '#platform/order-words.ts'

type Deps = Pick<Storefront, 'core' | 'database' | 'environment' | 'recentAnswers' | 'log'>

/** The contract of the mail. Who has bought more asks for one by its code. */
const ORDERS_AT_MOST = 20
const YEAR_MS = 365 * 24 * 60 * 60_000
/**
 * A core that is away for longer is a reason to ask again; the page says that mail may take minutes. They last longer than a
 * process has to end, so its end cuts them short.
 */
const PAUSES_MS: readonly number[] = [1_000, 5_000, 20_000, 60_000]

interface Patience {
  readonly pauses?: readonly number[]
  /** Aborted when the process is about to end: what was not found by then is looked for once more, at once. */
  readonly ending?: AbortSignal
}
const FOR_EVER = new AbortController().signal

/**
 * Mails links to the orders of the last year that were bought with an address at this reseller; nothing when there are
 * none. Core has no search by address, so the worker's memory says which orders these are, and core what they are now.
 * Nobody waits for it: how long it takes would tell what it found. What core cannot tell of in the last try either is
 * left out: one show that it describes unusably would keep a person's other orders from them. A core that is away while this
 * process ends has the mail lost, as has one that is away for longer than all the pauses.
 */
export async function findLost(
  site: Site,
  { email, code }: FindOrders,
  nowMs: number,
  deps: Deps,
  { pauses = PAUSES_MS, ending = FOR_EVER }: Patience = {},
): Promise<void> {
  const [next, ...others] = pauses
  const link = (orderId: string) => linked(site, orderId, nowMs, deps)
  if (next === undefined) return mailLinks(site, { email, code }, nowMs, (orderId) => orNull(link(orderId)), deps)
  try {
    await mailLinks(site, { email, code }, nowMs, link, deps)
  } catch (error) {
    if (!isCoreUnavailable(error)) throw error
    await pause(next, undefined, { ref: false, signal: ending }).catch(() => {})
    await findLost(site, { email, code }, nowMs, deps, { pauses: ending.aborted ? [] : others, ending })
  }
}

type LinkedOrder = NonNullable<Awaited<ReturnType<typeof linked>>>

async function mailLinks(
  site: Site,
  { email, code }: FindOrders,
  nowMs: number,
  link: (orderId: string) => Promise<LinkedOrder | null>,
  deps: Deps,
): Promise<void> {
  const secret = deps.environment.orderLinkSecret
  const digest = addressDigest(secret, site.resellerId, email)
  const rows = await asReseller(deps.database, site.resellerId, (transaction) =>
    transaction.orderAddress.findMany({
      where: { resellerId: site.resellerId, addressDigest: digest, boughtAt: { gte: new Date(nowMs - YEAR_MS) } },
      orderBy: { boughtAt: 'desc' },
      // With a code, the wanted one may be any of them.
      take: code === undefined ? ORDERS_AT_MOST : 10 * ORDERS_AT_MOST,
    }),
  )
  const orders: LinkedOrder[] = []
  for (const { orderId } of rows) {
    const found = await link(orderId)
    if (found && (code === undefined || wordOfCode(found.code) === wordOfCode(code))) orders.push(found)
    if (orders.length === ORDERS_AT_MOST) break
  }
  if (orders.length > 0) await queueMail(deps.database, site, { kind: 'order.link', data: { orders }, to: email })
}

async function linked(site: Site, orderId: string, nowMs: number, deps: Deps) {
  const answer = await deps.core.get(site.resellerId, `/v1/orders/${encodeURIComponent(orderId)}`, Order)
  const show = answer.ok && (await findShow(site, answer.value.showId, deps))
  if (!answer.ok || !show) return null
  const { code, customerRef } = answer.value
  const order = { resellerId: site.resellerId, orderId, customerRef }
  const url = orderLink(deps.environment.orderLinkSecret, order, linkExpiryMs(show.startsAt, nowMs))
  return { code, show: mailShow(show), url }
}
