import { type ProblemReason, problemReason } from '#components/admin/problem-reason.ts'
import type { Problem } from '#contracts/problem.ts'
import type { RefusedField } from '#lib/config-review/fault-words.ts'

/** Why the server did not take a draft; asking again changes nothing until a person has done something. */
export type SaveRefusal =
  | { readonly why: 'signedOut' | 'role' | 'tooLong' }
  /** Fields that this page found no fault with: another program version did, or the reseller service. */
  | { readonly why: 'fields'; readonly fields: readonly RefusedField[]; readonly count: number }
  /** It names other addresses than the site has. */
  | { readonly why: 'otherHosts' }
  | { readonly why: 'other'; readonly reason: ProblemReason }

/** As many as stay readable in a bar above the page. */
const FAULTS_TOLD = 3

/** By the status, because an edge in front of us may refuse with a page instead of a problem document. */
export function saveRefusal({ type, status, fields = [] }: Omit<Problem, 'title'>): SaveRefusal {
  if (status === 401) return { why: 'signedOut' }
  // For somebody who is no longer staff, the staff's routes are not there.
  if (type === 'storefront/forbidden' || status === 404) return { why: 'role' }
  if (status === 413) return { why: 'tooLong' }
  if (type === 'storefront/invalid-request' && fields[0]?.path === 'config.hosts') return { why: 'otherHosts' }
  if (fields.length === 0) return { why: 'other', reason: problemReason({ type, status }) }
  const told = fields
    .slice(0, FAULTS_TOLD)
    .map(({ path, message }) => ({ path: path.replace(/^config\./, ''), message }))
  return { why: 'fields', fields: told, count: fields.length }
}
