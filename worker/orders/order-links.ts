import { addressDigest, linkExpiryMs, orderLink } from '#platform/order-link.ts'

/** An order as a link to it needs it; `startsAt` of its show rules how long the link works. */
export interface OrderOfLink {
  readonly orderId: string
  readonly customerRef: string
  readonly startsAt: string
}

/** Makes paths that open one order of a reseller without signing in, for mails to its buyer. */
export interface OrderLinks {
  (resellerId: string, order: OrderOfLink): string
  /** What is remembered of a buyer's address, so that a lost order is found again. */
  digest(resellerId: string, email: string): string
}

export function createOrderLinks(secret: string): OrderLinks {
  const link = (resellerId: string, { orderId, customerRef, startsAt }: OrderOfLink) =>
    orderLink(secret, { resellerId, orderId, customerRef }, linkExpiryMs(startsAt, Date.now()))
  return Object.assign(link, {
    digest: (resellerId: string, email: string) => addressDigest(secret, resellerId, email),
  })
}
