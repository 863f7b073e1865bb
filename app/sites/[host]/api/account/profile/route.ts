import { Profile } from '#contracts/account.ts'
import { accountResponse } from '#lib/accounts/account-response.ts'
import { askAuth } from '#lib/accounts/ask-auth.ts'
import { handle } from '#lib/route/handle.ts'

export const POST = handle({ customer: 'anyone', account: 'needed', body: Profile }, async (call) =>
  accountResponse(await askAuth(call, '/update-user', { body: { name: call.body.name } })),
)
