/** The address of a page in the preview under `base`. `href` is the site's own, in whatever language. */
export const previewAddress = (base: string, href: string): string => base + href.replace(/^\/(?=$|[?#])/, '')

/**
 * Where an address of the site leads inside the preview under `base` (`/preview/v12`); null when it is to be left alone:
 * another site's, inside the preview already, or a place on the same page.
 * @param current the page that shows the link
 */
export function previewHref(base: string, href: string, current: string): string | null {
  const here = new URL(current)
  const url = URL.parse(href, here)
  if (url === null || url.origin !== here.origin) return null
  // Another preview, too: the page around a frame changes its version so.
  if (url.pathname.startsWith('/preview/')) return null
  return previewAddress(base, url.pathname + url.search + url.hash)
}
