import type { Storefront } from '#lib/storefront.ts'

/** Where a browser on `host` finds the realtime tier: behind the edge, or on its own port of the same hostname. */
export function realtimeEndpoint(
  host: string,
  { environment: { realtimePort } }: Pick<Storefront, 'environment'>,
): string {
  return realtimePort === null ? '/realtime' : `//${host}:${realtimePort}/realtime`
}
