import { OnlyPassword } from '#contracts/account.ts'
import { accountResponse, signedOut, withCookies } from '#lib/accounts/account-response.ts'
import { deleteAccount } from '#lib/accounts/accounts.ts'
import { handle } from '#lib/route/handle.ts'

export const POST = handle({ customer: 'anyone', account: 'needed', body: OnlyPassword }, async (call) => {
  const answer = await deleteAccount(call, call.body.password)
  return answer.ok ? withCookies(accountResponse(answer), signedOut(call.secure)) : accountResponse(answer)
})
