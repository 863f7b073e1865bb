import { OrderSearch } from '#contracts/staff.ts'
import { countSearch } from '#lib/admin/count-search.ts'
import { foundOrders } from '#lib/admin/found-orders.ts'
import { json } from '#lib/http/json-response.ts'
import { problemResponse } from '#lib/http/problem-response.ts'
import { asAsked } from '#lib/language/staff-language.ts'
import { handle } from '#lib/route/handle.ts'

export const POST = handle(
  { customer: 'anyone', account: 'viewer', body: OrderSearch },
  async ({ site, storefront, body, account: { accountId }, headers }) => {
    const verdict = await countSearch(storefront.sessionsRedis, site.resellerId, accountId)
    if (verdict === 'uncounted') return problemResponse('storefront/unavailable')
    if (verdict !== 'go') return problemResponse('storefront/too-many-attempts', {}, verdict.tooManyForS)
    const spoken = asAsked(site, headers)
    return json(await foundOrders(spoken, body, accountId, storefront))
  },
)
