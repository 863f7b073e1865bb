import { OnlyToken } from '#contracts/account.ts'
import { accountResponse } from '#lib/accounts/account-response.ts'
import { verify } from '#lib/accounts/accounts.ts'
import { handle } from '#lib/route/handle.ts'

export const POST = handle({ customer: 'anyone', body: OnlyToken }, async (call) =>
  accountResponse(await verify(call, call.body.token)),
)
