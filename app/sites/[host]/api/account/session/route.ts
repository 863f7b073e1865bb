import type { CurrentSession } from '#contracts/account.ts'
import { hint, withCookies } from '#lib/accounts/account-response.ts'
import { extendSession } from '#lib/accounts/extend-session.ts'
import { json } from '#lib/http/json-response.ts'
import { handle } from '#lib/route/handle.ts'

export const GET = handle({ customer: 'anyone', account: 'optional' }, async (call) => {
  const { account, secure } = call
  if (account === null) return withCookies(json({ account: null } satisfies CurrentSession), [hint(false, secure)])
  const { name, email, staff } = account
  return withCookies(json({ account: { name, email, staff } } satisfies CurrentSession), await extendSession(call))
})
