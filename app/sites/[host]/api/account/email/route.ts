import { ChangeEmail } from '#contracts/account.ts'
import { accountResponse } from '#lib/accounts/account-response.ts'
import { changeEmail } from '#lib/accounts/accounts.ts'
import { handle } from '#lib/route/handle.ts'

export const POST = handle({ customer: 'anyone', account: 'needed', body: ChangeEmail }, async (call) =>
  accountResponse(await changeEmail(call, call.body)),
)
