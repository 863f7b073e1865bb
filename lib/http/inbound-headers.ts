/**
 * Headers by which Next talks to itself, and by which we hand things from `proxy.ts` to pages. From outside they are
 * attempts to reach what is not meant to be reached.
 */
const INTERNAL =
  /^(?:x-middleware-|x-nextjs-|next-resume$|next-action|x-next-|x-now-|x-matched-path$|x-invoke-|x-prerender-|x-vercel-|x-nonce$|x-preview$|x-site-|x-core-|x-edge-|x-reseller|x-tenant|x-customer|x-original-|x-rewrite-|x-forwarded-(?:host|server|prefix|port)$|forwarded$|content-security-policy)/

/** Names of inbound request headers that go no further. */
export function internalHeaders(names: Iterable<string>): string[] {
  return [...names].filter((name) => INTERNAL.test(name.toLowerCase()))
}
