import { CONFIG_LIMIT_BYTES } from '#contracts/config-limits.ts'
import { PICTURE_TYPES, PICTURE_UPLOAD_LIMIT } from '#contracts/picture.ts'
import { readAtMost } from '#platform/read-bounded.ts'

/**
 * What people ask is an order with 20 items of 100 seats at most: some 12 KB. A draft may have what its configuration
 * may have in the end, where it is looked at once more (`worker/config-sync/config-fault.ts`).
 */
const LIMIT_BYTES = { request: 16 * 1024, configuration: CONFIG_LIMIT_BYTES } as const
export type BodyLimit = keyof typeof LIMIT_BYTES

export type Body =
  | { readonly json: unknown }
  | { readonly fault: 'storefront/too-large' | 'storefront/unsupported-media-type' | 'storefront/invalid-request' }

/** Files that are sent as they are. Each kind is a row: which types it takes, and how many bytes. */
const FILES = { picture: { types: PICTURE_TYPES as readonly string[], limitBytes: PICTURE_UPLOAD_LIMIT } } as const
export type FileKind = keyof typeof FILES

type Fault = Extract<Body, { fault: unknown }>
type Bytes = { readonly bytes: Uint8Array } | Fault

/** Reads a JSON body up to its limit. Never throws: what is wrong with it is in the result. */
export async function readBody(request: Request, limit: BodyLimit = 'request'): Promise<Body> {
  const read = await readBytes(request, ['application/json'], LIMIT_BYTES[limit])
  if ('fault' in read) return read
  try {
    return { json: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(read.bytes)) }
  } catch {
    return { fault: 'storefront/invalid-request' }
  }
}

/** The two forms that forms have; mail providers use either (RFC 8058, 3.1). */
const FORM_TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data']

/** Reads a form's fields, of one name the last, as if they were a JSON object. Never throws. */
export async function readForm(request: Request): Promise<Body> {
  const read = await readBytes(request, FORM_TYPES, LIMIT_BYTES.request)
  if ('fault' in read) return read
  try {
    const headers = { 'content-type': request.headers.get('content-type') ?? '' }
    return { json: Object.fromEntries(await new Response(new Uint8Array(read.bytes), { headers }).formData()) }
  } catch {
    return { fault: 'storefront/invalid-request' }
  }
}

/** Reads a file up to its kind's limit. Never throws. What it says it is may be a lie; whoever decodes it looks. */
export function readFile(request: Request, kind: FileKind): Promise<Bytes> {
  return readBytes(request, FILES[kind].types, FILES[kind].limitBytes)
}

async function readBytes(request: Request, types: readonly string[], limitBytes: number): Promise<Bytes> {
  const mediaType = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (!types.includes(mediaType)) return { fault: 'storefront/unsupported-media-type' }
  // Next cuts bodies that are far too long; what was announced tells them from broken ones.
  if (Number(request.headers.get('content-length')) > limitBytes) return { fault: 'storefront/too-large' }
  try {
    const bytes = await readAtMost(request.body, limitBytes)
    return bytes === null ? { fault: 'storefront/too-large' } : { bytes }
  } catch {
    return { fault: 'storefront/invalid-request' }
  }
}
