import { packedPage } from '#lib/http/pack/packed-page.ts'

export const dynamic = 'force-dynamic'

/** A page of a site, packed for the edge. Reached through `proxy.ts` only: addresses of a site never lead here. */
export async function GET(request: Request): Promise<Response> {
  const answer = await packedPage(request.headers)
  return answer ?? new Response('Back in a moment\n', { status: 503, headers: AWAY })
}

/** The edge then shows what it has, as for any storefront that is away. */
const AWAY = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', 'retry-after': '2' }
