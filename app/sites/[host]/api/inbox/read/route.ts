import { InboxRead } from '#contracts/storefront.ts'
import { handle, json } from '#lib/http/handle.ts'
import { markInboxRead } from '#lib/inbox/inbox.ts'

export const POST = handle({ customer: 'known', body: InboxRead }, async ({ site, customerRefs, body }) =>
  json(await markInboxRead(site, customerRefs, body.ids)),
)
