import { SignIn } from '#contracts/account.ts'
import { accountResponse, signedIn, withCookies } from '#lib/accounts/account-response.ts'
import { signIn } from '#lib/accounts/accounts.ts'
import { handle } from '#lib/route/handle.ts'

export const POST = handle({ customer: 'anyone', account: 'optional', body: SignIn }, async (call) => {
  const answer = await signIn(call, call.body)
  return answer.ok ? withCookies(accountResponse(answer), signedIn(call, answer.body)) : accountResponse(answer)
})
