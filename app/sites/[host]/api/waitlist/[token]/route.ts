import { z } from 'zod'
import { WaitlistToken } from '#contracts/storefront.ts'
import { noContent } from '#lib/http/json-response.ts'
import { problemResponse } from '#lib/http/problem-response.ts'
import { handle } from '#lib/route/handle.ts'
import { confirmWaitlistEntry, leaveWaitlist } from '#lib/waitlist/waitlist.ts'

const params = z.object({ token: WaitlistToken })

export const POST = handle({ customer: 'anyone', params }, async ({ site, storefront, params: { token } }) =>
  (await confirmWaitlistEntry(site, token, storefront)) ? noContent() : problemResponse('storefront/not-found'),
)

export const DELETE = handle({ customer: 'anyone', params }, async ({ site, storefront, params: { token } }) => {
  await leaveWaitlist(site, token, storefront)
  return noContent()
})
