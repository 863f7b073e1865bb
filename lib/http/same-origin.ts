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
