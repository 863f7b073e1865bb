import { OnlyEmail } from '#contracts/account.ts'
import { accountResponse } from '#lib/accounts/account-response.ts'
import { forgetPassword } from '#lib/accounts/accounts.ts'
import { handle } from '#lib/route/handle.ts'

export const POST = handle({ customer: 'anyone', body: OnlyEmail }, async (call) =>
  accountResponse(await forgetPassword(call, call.body.email)),
)
