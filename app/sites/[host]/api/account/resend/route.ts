import { OnlyEmail } from '#contracts/account.ts'
import { accountResponse } from '#lib/accounts/account-response.ts'
import { askAuth } from '#lib/accounts/ask-auth.ts'
import { handle } from '#lib/route/handle.ts'

export const POST = handle({ customer: 'anyone', body: OnlyEmail }, async (call) =>
  accountResponse(await askAuth(call, '/send-verification-email', { body: call.body })),
)
