import { storefront } from '#lib/storefront.ts'

export const dynamic = 'force-dynamic'

/** May this process take traffic? It may once it knows the resellers, and keeps on while PostgreSQL or core is away. */
export async function GET(): Promise<Response> {
  const { ops } = storefront()
  const state = ops.readiness()
  return Response.json(
    { role: ops.role, id: ops.id, ...state },
    { status: state.ready ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  )
}
