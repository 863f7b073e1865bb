import { readSyncState } from '#lib/admin/sync-state.ts'
import { json } from '#lib/http/json-response.ts'
import { handle } from '#lib/route/handle.ts'

export const GET = handle({ customer: 'anyone', account: 'viewer' }, async ({ site, storefront }) =>
  json(await readSyncState(storefront, site.resellerId)),
)
