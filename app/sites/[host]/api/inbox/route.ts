import { InboxQuery } from '#contracts/storefront.ts'
import { handle, json } from '#lib/http/handle.ts'
import { readInbox } from '#lib/inbox/inbox.ts'

export const GET = handle({ customer: 'known', query: InboxQuery }, async ({ site, customerRefs, query }) =>
  json(await readInbox(site, customerRefs, query.cursor)),
)
