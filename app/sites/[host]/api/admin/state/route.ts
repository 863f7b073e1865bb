import { readSyncState } from '#lib/admin/sync-state.ts'
import { handle, json } from '#lib/http/handle.ts'

export const GET = handle({ customer: 'anyone', account: 'viewer' }, async ({ site, storefront }) =>
  json(await readSyncState(storefront, site.resellerId)),
)
