import { listSessions } from '#lib/accounts/sessions.ts'
import { json } from '#lib/http/json-response.ts'
import { handle } from '#lib/route/handle.ts'

export const GET = handle({ customer: 'anyone', account: 'needed' }, async ({ site, account, storefront }) =>
  json({ items: await listSessions(site, account, storefront) }),
)
