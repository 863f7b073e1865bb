/**
 * Whether the browser reached us over TLS, as the edge says. A client that lies about it harms itself only: it gets
 * cookies its browser will not send back.
 */
export function isSecure(headers: Headers): boolean {
  return headers.get('x-forwarded-proto')?.split(',')[0]?.trim() === 'https'
}
