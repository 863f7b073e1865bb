import { signedOut, withCookies } from '#lib/accounts/account-response.ts'
import { signOut } from '#lib/accounts/accounts.ts'
import { noContent } from '#lib/http/json-response.ts'
import { handle } from '#lib/route/handle.ts'

export const POST = handle({ customer: 'anyone', account: 'optional' }, async (call) => {
  await signOut(call)
  return withCookies(noContent(), signedOut(call.secure))
})
