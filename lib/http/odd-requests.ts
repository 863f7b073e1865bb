import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import { oddRouterHeaders } from './router-headers.ts'

/** What the fetch API, and so Next, has no word for: it would answer these with 500. */
const UNSPEAKABLE = new Set(['TRACE', 'TRACK', 'CONNECT'])

/**
 * Turns requests that Next cannot represent (`TRACE`, `OPTIONS *`) into an `OPTIONS` of a page nobody has, before Next
 * sees them. They are answered 404 then, like anything else that is not here. Headers that pretend to be its router's and
 * are not are taken off: `proxy.ts` could not, since Next hides them from it and puts them back afterwards.
 */
export function tameOddRequests(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    for (const name of oddRouterHeaders(request.headers)) delete request.headers[name]
    const starred = !request.url?.startsWith('/') && !URL.canParse(request.url ?? '')
    if (!starred && !UNSPEAKABLE.has(request.method ?? '')) return
    request.method = 'OPTIONS'
    request.url = '/_next/nowhere'
  })
}
