import { storefront } from '#lib/storefront.ts'

/** Where a browser on `host` finds the realtime tier: behind the edge, or on its own port of the same hostname. */
export function realtimeEndpoint(host: string): string {
  const { realtimePort } = storefront().environment
  return realtimePort === null ? '/realtime' : `//${host}:${realtimePort}/realtime`
}
