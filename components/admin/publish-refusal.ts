import type { Problem } from '#contracts/problem.ts'
import { type FailureReason, failureReason } from './problem-reason.ts'

/** Why a version was not published; or that it may have been. */
export type PublishRefusal =
  /** Its colours cannot be read; the server says how to mend them, in the page's language. */
  | { readonly why: 'unreadable'; readonly mends: readonly string[] }
  | { readonly why: 'otherHosts' }
  /** Another version is live than the question was about. */
  | { readonly why: 'changed' }
  | { readonly why: FailureReason }

/** As many as stay readable beside a button; the report above it has them all. */
const MENDS_TOLD = 3

/** @param problem null when no answer came */
export function publishRefusal(problem: Problem | null): PublishRefusal {
  if (problem === null) return { why: failureReason(null) }
  const { type, fields = [] } = problem
  if (type === 'storefront/unreadable')
    return { why: 'unreadable', mends: fields.slice(0, MENDS_TOLD).map(({ message }) => message) }
  if (type === 'storefront/invalid-request' && fields[0]?.path === 'config.hosts') return { why: 'otherHosts' }
  if (type === 'storefront/other-version-live') return { why: 'changed' }
  return { why: failureReason(problem) }
}
