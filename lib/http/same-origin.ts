/**
 * Whether a state-changing request comes from the site it is sent to. Browsers put Origin on every such request; one
 * without it comes from a program, which has no cookies to be abused. `null`, another host or another port is refused.
 */
export function isSameOrigin(origin: string | null, host: string | null): boolean {
  if (origin === null) return true
  if (host === null || /[/\\?#@]/.test(host) || !URL.canParse(origin)) return false
  const sender = new URL(origin)
  const isWeb = sender.protocol === 'https:' || sender.protocol === 'http:'
  const target = `${sender.protocol}//${host.toLowerCase()}`
  // Parsing both drops the scheme's own port; an Origin has nothing after its port.
  return (
    isWeb && sender.origin === origin.toLowerCase() && URL.canParse(target) && new URL(target).origin === sender.origin
  )
}

/**
 * Whether a browser says itself that a request was begun by another site, or by a neighbouring host of the same. Pages
 * cannot write this header; one without it is an old browser's, or a program's.
 */
export function isSentFromElsewhere(fetchSite: string | null): boolean {
  return fetchSite !== null && fetchSite !== 'same-origin' && fetchSite !== 'none'
}
