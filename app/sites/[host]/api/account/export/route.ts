import { exportAccount } from '#lib/accounts/account-export.ts'
import { json } from '#lib/http/json-response.ts'
import { handle } from '#lib/route/handle.ts'

export const GET = handle({ customer: 'anyone', account: 'needed' }, async ({ site, account, storefront }) => {
  const response = json(await exportAccount(site, account, storefront))
  response.headers.set('content-disposition', 'attachment; filename="account.json"')
  return response
})
