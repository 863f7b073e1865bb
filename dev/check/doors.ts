import type { Target } from './import-rules.ts'

/*
 * `storefront()` gives the parts of the process to whoever imports it. Where a request, a page or the process begins, somebody has
 * to; from there on they are arguments, so that a function says what it touches, and a test cannot touch the process's own
 * unnoticed. The types are free.
 */

/** Those of one file each. Prefer an argument to one more. */
export const namedDoors: readonly string[] = [
  'proxy.ts',
  'lib/start-storefront.ts',
  // The way into every route that is about a site: it hands them on.
  'lib/route/handle.ts',
  // What pages read on the way to their own work.
  'app/site-of.ts',
  'app/page-metadata.ts',
  'lib/accounts/current-account.ts',
  'lib/customer/current-customers.ts',
]

/** Pages, layouts and what else React makes on the server; the routes that are about no site. */
const everyDoor = /^app\/(?:.+\.tsx|api\/[^/]+\/route\.ts)$/

/** Whether a file may take the parts of the process for itself. */
export const isDoor = (file: string): boolean => namedDoors.includes(file) || everyDoor.test(file)

/** Whether an import reaches for them, and not for their types only. */
export const takesParts = ({ kind, path, typeOnly }: Target): boolean =>
  kind === 'ours' && path === 'lib/storefront.ts' && !typeOnly
