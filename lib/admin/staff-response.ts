import type { StaffOutcome } from '#lib/accounts/staff.ts'
import { noContent } from '#lib/http/json-response.ts'
import { problemResponse } from '#lib/http/problem-response.ts'

/** What became of changing somebody's role, as a response. */
export function staffResponse({ outcome }: StaffOutcome): Response {
  if (outcome === 'done') return noContent()
  return problemResponse(outcome === 'last-owner' ? 'storefront/last-owner' : 'storefront/not-found')
}
