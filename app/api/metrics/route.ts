import { storefront } from '#lib/storefront.ts'

export const dynamic = 'force-dynamic'

export async function GET(): Promise<Response> {
  const { metrics } = storefront().ops
  const headers = { 'content-type': metrics.contentType, 'cache-control': 'no-store' }
  return new Response(await metrics.metrics(), { headers })
}
