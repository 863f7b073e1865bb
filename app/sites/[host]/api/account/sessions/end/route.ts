import { EndSessions } from '#contracts/account.ts'
import { endSessions } from '#lib/accounts/sessions.ts'
import { noContent } from '#lib/http/json-response.ts'
import { problemResponse } from '#lib/http/problem-response.ts'
import { handle } from '#lib/route/handle.ts'

export const POST = handle(
  { customer: 'anyone', account: 'needed', body: EndSessions },
  async ({ site, account, body, secure, storefront }) => {
    const ended = await endSessions(site, account, body, secure, storefront)
    return ended > 0 || 'others' in body ? noContent() : problemResponse('storefront/not-found')
  },
)
