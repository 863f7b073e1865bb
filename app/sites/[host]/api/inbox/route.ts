import { InboxQuery } from '#contracts/storefront.ts'
import { json } from '#lib/http/json-response.ts'
import { readInbox } from '#lib/inbox/inbox.ts'
import { handle } from '#lib/route/handle.ts'

export const GET = handle({ customer: 'known', query: InboxQuery }, async ({ site, storefront, customerRefs, query }) =>
  json(await readInbox(site, customerRefs, query.cursor, storefront)),
)
