import { SignUp } from '#contracts/account.ts'
import { accountResponse } from '#lib/accounts/account-response.ts'
import { signUp } from '#lib/accounts/accounts.ts'
import { handle } from '#lib/route/handle.ts'

export const POST = handle({ customer: 'anyone', body: SignUp }, async (call) =>
  accountResponse(await signUp(call, call.body)),
)
