/** What a page may load and where it may send. `nonce` is this response's own. */
export function contentSecurityPolicy(options: {
  readonly nonce: string
  /** Origin of the realtime tier where it is not the page's own; see {@link realtimeOrigin}. */
  readonly realtimeOrigin: string | null
  /** React's development build needs `eval` for its error stacks. */
  readonly development: boolean
  /** `framed`: our own pages may show it in a frame (a preview). `frames`: it may show our own in frames (the admin). */
  readonly framing?: 'framed' | 'frames' | undefined
}): string {
  const { nonce, realtimeOrigin, development, framing } = options
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    // The one that reads for formatters (decision 0104). Of its own: what follows from `script-src` differs by browser.
    "worker-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "manifest-src 'self'",
    `connect-src 'self'${realtimeOrigin ? ` ${realtimeOrigin}` : ''}`,
    "form-action 'self'",
    `frame-ancestors ${framing === 'framed' ? "'self'" : "'none'"}`,
    ...(framing === 'frames' ? ["frame-src 'self'"] : []),
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ')
}

/** For answers that are no page: nothing may run, whatever a browser takes them for. */
export const NO_CONTENT_POLICY = "default-src 'none'; frame-ancestors 'none'"

/** Where the browser finds the realtime tier; null when it is the page's own origin, behind an edge. */
export function realtimeOrigin(host: string, port: number | null, secure: boolean): string | null {
  return port === null ? null : `${secure ? 'https' : 'http'}://${host}:${port}`
}
