import { EndSessions } from '#contracts/account.ts'
import { endSessions } from '#lib/accounts/sessions.ts'
import { handle, noContent } from '#lib/http/handle.ts'
import { problemResponse } from '#lib/http/problem-response.ts'

export const POST = handle(
  { customer: 'anyone', account: 'needed', body: EndSessions },
  async ({ site, account, body, secure, storefront }) => {
    const ended = await endSessions(site, account, body, secure, storefront)
    return ended > 0 || 'others' in body ? noContent() : problemResponse('storefront/not-found')
  },
)
