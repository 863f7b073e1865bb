import { NewWaitlistEntry } from '#contracts/storefront.ts'
import { handle, json } from '#lib/http/handle.ts'
import { problemResponse } from '#lib/http/problem-response.ts'
import { joinWaitlist } from '#lib/waitlist/waitlist.ts'

export const POST = handle({ customer: 'anyone', body: NewWaitlistEntry }, async ({ site, body }) => {
  const outcome = await joinWaitlist(site, body)
  if (outcome === 'unknown-show') return problemResponse('storefront/not-found')
  if (outcome === 'not-sold-out') return problemResponse('storefront/not-sold-out')
  return json({}, 202)
})
