import { previewPath } from './preview-path.ts'

/**
 * Whether a request was made by a page of a preview: browsers say so themselves in the Referer of what a page asks of
 * its own origin, and a preview's policy (`same-origin`) makes them. This switches a shop off where it only is looked
 * at; it guards nothing, for the same person may buy the same tickets on the live site.
 */
export function isFromPreview(headers: Headers): boolean {
  const referer = URL.parse(headers.get('referer') ?? '')
  return referer !== null && referer.host === headers.get('host') && previewPath(referer.pathname) !== null
}
