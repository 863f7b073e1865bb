import { readBoard } from '#lib/admin/board.ts'
import { json } from '#lib/http/json-response.ts'
import { handle } from '#lib/route/handle.ts'

export const GET = handle({ customer: 'anyone', account: 'viewer' }, async ({ site, storefront }) =>
  json(await readBoard(site, storefront)),
)
