import { MARK_SHAPES } from '#components/site/mark-shapes.ts'
import { LinkQuery } from '#contracts/storefront.ts'
import { fileResponse } from '#lib/http/file-response.ts'
import { IdParams } from '#lib/http/id-params.ts'
import { problemResponse } from '#lib/http/problem-response.ts'
import { handle } from '#lib/route/handle.ts'
import { printOrder } from '#lib/tickets/print-order.ts'

export const GET = handle(
  { customer: 'maybe', params: IdParams, query: LinkQuery },
  async ({ site, storefront, customerRefs, params, query }) => {
    const { mark } = site.config.logo
    const outline = mark === 'none' ? null : MARK_SHAPES[mark]
    const printed = await printOrder(site, { customerRefs, ...query }, params.id, outline, storefront)
    if (printed === null) return problemResponse('storefront/not-found')
    return fileResponse(printed.pdf, `tickets-${printed.code}.pdf`, 'application/pdf')
  },
)
