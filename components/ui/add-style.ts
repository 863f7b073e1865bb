/** The stylesheet at this address here, if the page has it. */
export const styleAt = (href: string): HTMLLinkElement | null =>
  document.querySelector<HTMLLinkElement>(`link[rel="stylesheet"][href="${CSS.escape(href)}"]`)

/** Brings a stylesheet to the page, once. */
export function addStyle(href: string): void {
  if (styleAt(href)) return
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = href
  document.head.append(link)
}
