import { InboxRead } from '#contracts/storefront.ts'
import { json } from '#lib/http/json-response.ts'
import { markInboxRead } from '#lib/inbox/inbox.ts'
import { handle } from '#lib/route/handle.ts'

export const POST = handle({ customer: 'known', body: InboxRead }, async ({ site, storefront, customerRefs, body }) =>
  json(await markInboxRead(site, customerRefs, body.ids, storefront)),
)
