import { AgreedTotal } from '#contracts/order.ts'
import { asReseller, type Database } from '#lib/database/database.ts'
import type { Log } from '#platform/log.ts'

/** Orders that core made at another total than their buyer had agreed to. */
export interface OtherTotals {
  /**
   * Keeps, logs and counts one, once however often it is noticed. It never fails: the order is there, and its buyer is to
   * be told of it.
   */
  note(resellerId: string, orderId: string, agreed: AgreedTotal): Promise<void>
  /** What was agreed to, where it was another total; null where that cannot be read, too. */
  find(resellerId: string, orderId: string): Promise<AgreedTotal | null>
}

export function createOtherTotals(database: Database, count: () => void, log: Log): OtherTotals {
  return {
    async note(resellerId, orderId, agreed) {
      try {
        const { count: added } = await asReseller(database, resellerId, (transaction) =>
          transaction.otherTotal.createMany({ data: [{ resellerId, orderId, agreed }], skipDuplicates: true }),
        )
        if (added === 0) return
        log.error({ resellerId, orderId, agreed }, 'core made an order at another total than was agreed')
      } catch (error) {
        log.error(
          { err: error, resellerId, orderId, agreed },
          'core made an order at another total, which cannot be kept',
        )
      }
      count()
    },
    async find(resellerId, orderId) {
      try {
        const row = await asReseller(database, resellerId, (transaction) =>
          transaction.otherTotal.findUnique({ where: { resellerId_orderId: { resellerId, orderId } } }),
        )
        return row && AgreedTotal.parse(row.agreed)
      } catch (error) {
        log.warn({ err: error, resellerId, orderId }, 'whether an order has another total than was agreed is not known')
        return null
      }
    },
  }
}
