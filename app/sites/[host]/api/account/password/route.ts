import { ChangePassword } from '#contracts/account.ts'
import { accountResponse, withCookies, withoutStreams } from '#lib/accounts/account-response.ts'
import { changePassword } from '#lib/accounts/accounts.ts'
import { handle } from '#lib/route/handle.ts'

export const POST = handle({ customer: 'anyone', account: 'needed', body: ChangePassword }, async (call) => {
  const answer = await changePassword(call, call.body)
  // This browser has another session from now on, and its streams belong to the old one.
  return answer.ok ? withCookies(accountResponse(answer), [withoutStreams(call.secure)]) : accountResponse(answer)
})
