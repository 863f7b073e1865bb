/** The largest request is an order with 20 items of 100 seats: some 12 KB. */
const BODY_LIMIT_BYTES = 16 * 1024

export type Body =
  | { readonly json: unknown }
  | { readonly fault: 'storefront/too-large' | 'storefront/unsupported-media-type' | 'storefront/invalid-request' }

/** Reads a JSON body of at most 16 KB. Never throws: what is wrong with it is in the result. */
export async function readBody(request: Request): Promise<Body> {
  const mediaType = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (mediaType !== 'application/json') return { fault: 'storefront/unsupported-media-type' }
  // Next cuts bodies that are far too long; what was announced tells them from broken ones.
  if (Number(request.headers.get('content-length')) > BODY_LIMIT_BYTES) return { fault: 'storefront/too-large' }
  try {
    const bytes = await readAtMost(request, BODY_LIMIT_BYTES)
    if (bytes === null) return { fault: 'storefront/too-large' }
    return { json: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) }
  } catch {
    return { fault: 'storefront/invalid-request' }
  }
}

async function readAtMost(request: Request, limit: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > limit) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
