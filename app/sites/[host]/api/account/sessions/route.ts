import { listSessions } from '#lib/accounts/sessions.ts'
import { handle, json } from '#lib/http/handle.ts'

export const GET = handle({ customer: 'anyone', account: 'needed' }, async ({ site, account, storefront }) =>
  json({ items: await listSessions(site, account, storefront) }),
)
