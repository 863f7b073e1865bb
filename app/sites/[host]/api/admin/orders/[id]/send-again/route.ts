import { staffOrder } from '#lib/admin/staff-order.ts'
import { IdParams } from '#lib/http/id-params.ts'
import { accepted } from '#lib/http/json-response.ts'
import { problemResponse } from '#lib/http/problem-response.ts'
import { inLanguageOfOrder } from '#lib/orders/order-language.ts'
import { againInS, mailAgain } from '#lib/orders/send-again.ts'
import { handle } from '#lib/route/handle.ts'

export const POST = handle(
  { customer: 'anyone', account: 'editor', params: IdParams },
  async ({ site, storefront, params, account: { accountId } }) => {
    const nowMs = Date.now()
    const order = await staffOrder(site, params.id, storefront)
    const spoken = order && (await inLanguageOfOrder(site, order.id, storefront))
    const outcome = order && spoken ? await mailAgain(spoken, order, nowMs, storefront) : 'unknown-order'
    const { resellerId } = site
    storefront.log.info({ resellerId, accountId, orderId: order?.id, outcome }, 'staff had an order mailed again')
    if (outcome === 'unknown-order') return problemResponse('storefront/not-found')
    return outcome === 'sent' ? accepted() : problemResponse('storefront/too-many-attempts', {}, againInS(nowMs))
  },
)
