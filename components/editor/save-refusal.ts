import type { Problem } from '#contracts/problem.ts'

/** Why the server did not take a draft; asking again changes nothing until a person has done something. */
export type SaveRefusal =
  | { readonly why: 'signedOut' | 'role' | 'tooLong' }
  /** Fields that this page found no fault with: another program version did, or the reseller service. */
  | { readonly why: 'fields'; readonly faults: readonly string[] }
  | { readonly why: 'other'; readonly title: string }

/** As many as stay readable in a bar above the page. */
const FAULTS_TOLD = 3

/** By the status, because an edge in front of us may refuse with a page instead of a problem document. */
export function saveRefusal({ type, title, status, fields = [] }: Problem): SaveRefusal {
  if (status === 401) return { why: 'signedOut' }
  // To whoever is no staff any more the staff's routes are not there.
  if (type === 'storefront/forbidden' || status === 404) return { why: 'role' }
  if (status === 413) return { why: 'tooLong' }
  if (fields.length === 0) return { why: 'other', title }
  const faults = fields.slice(0, FAULTS_TOLD).map(({ path, message }) => `${path.replace(/^config\./, '')}: ${message}`)
  return { why: 'fields', faults }
}
