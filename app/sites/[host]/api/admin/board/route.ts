import { readBoard } from '#lib/admin/board.ts'
import { handle, json } from '#lib/http/handle.ts'

export const GET = handle({ customer: 'anyone', account: 'viewer' }, async ({ site, storefront }) =>
  json(await readBoard(site, storefront)),
)
