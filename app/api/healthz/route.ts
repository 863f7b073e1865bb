import { storefront } from '#lib/storefront.ts'

export const dynamic = 'force-dynamic'

/** The process is alive. Reached by a machine's address only, see `lib/http/route-of.ts`. */
export function GET(): Response {
  const { role, id } = storefront().ops
  return Response.json({ status: 'ok', role, id }, { headers: { 'cache-control': 'no-store' } })
}
