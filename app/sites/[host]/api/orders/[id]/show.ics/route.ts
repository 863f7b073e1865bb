import { LinkQuery } from '#contracts/storefront.ts'
import { fileResponse } from '#lib/http/file-response.ts'
import { IdParams } from '#lib/http/id-params.ts'
import { problemResponse } from '#lib/http/problem-response.ts'
import { handle } from '#lib/route/handle.ts'
import { calendarOfOrder } from '#lib/tickets/calendar-of-order.ts'

export const GET = handle(
  { customer: 'maybe', params: IdParams, query: LinkQuery },
  async ({ site, storefront, customerRefs, params, query }) => {
    const file = await calendarOfOrder(site, { customerRefs, ...query }, params.id, Date.now(), storefront)
    if (file === null) return problemResponse('storefront/not-found')
    return fileResponse(file.text, `show-${file.code}.ics`, 'text/calendar; charset=utf-8')
  },
)
