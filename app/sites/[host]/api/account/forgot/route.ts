import { OnlyEmail } from '#contracts/account.ts'
import { accountResponse } from '#lib/accounts/account-response.ts'
import { askAuth } from '#lib/accounts/ask-auth.ts'
import { handle } from '#lib/http/handle.ts'

export const POST = handle({ customer: 'anyone', body: OnlyEmail }, async (call) =>
  accountResponse(await askAuth(call, '/request-password-reset', { body: call.body })),
)
