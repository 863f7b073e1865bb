import { ResetPassword } from '#contracts/account.ts'
import { accountResponse } from '#lib/accounts/account-response.ts'
import { askAuth } from '#lib/accounts/ask-auth.ts'
import { handle } from '#lib/route/handle.ts'

export const POST = handle({ customer: 'anyone', body: ResetPassword }, async (call) => {
  const { token, password } = call.body
  return accountResponse(await askAuth(call, '/reset-password', { body: { token, newPassword: password } }))
})
