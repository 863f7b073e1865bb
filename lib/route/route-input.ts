import { z } from 'zod'
import { problemResponse } from '#lib/http/problem-response.ts'
import { readBody, readFile, readForm } from '#lib/http/read-body.ts'
import type { AccountNeed, CustomerNeed, RouteSpec } from './route-spec.ts'

/** What a browser may choose as its key: printable, without spaces; a UUID is 36. */
const IdempotencyKey = z.string().regex(/^[\x21-\x7e]{1,200}$/, 'is needed: up to 200 printable characters')

/** What a request brings besides its path, of the shapes that the route named. */
interface RouteInput<Query, Body> {
  readonly query: Query
  readonly body: Body
  readonly file: Uint8Array
  readonly idempotencyKey: string
}

/** Query, body and key; or the problem with one of them. */
export async function readInput<Params, Query, Body, Need extends CustomerNeed>(
  spec: RouteSpec<Params, Query, Body, Need, AccountNeed | undefined>,
  request: Request,
): Promise<Response | RouteInput<Query, Body>> {
  const query = (spec.query ?? z.unknown()).safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!query.success) return invalid(query.error)
  const key = spec.idempotent ? IdempotencyKey.safeParse(request.headers.get('idempotency-key') ?? '') : null
  if (key?.success === false) return invalid(key.error, 'Idempotency-Key')
  const rest = { query: query.data as Query, idempotencyKey: key?.data ?? '', file: new Uint8Array() }
  if (spec.file) {
    const read = await readFile(request, spec.file)
    if ('fault' in read) return problemResponse(read.fault)
    return { ...rest, body: undefined as Body, file: read.bytes }
  }
  if (!spec.body) return { ...rest, body: undefined as Body }
  const read = await (spec.form ? readForm(request) : readBody(request, spec.bodyLimit))
  if ('fault' in read) return problemResponse(read.fault)
  const body = spec.body.safeParse(read.json)
  return body.success ? { ...rest, body: body.data } : invalid(body.error)
}

/** Ten faults are enough to mend a form. */
function invalid(error: z.ZodError, path?: string): Response {
  const fields = error.issues.slice(0, 10).map((issue) => ({
    path: path ?? issue.path.join('.').slice(0, 200),
    message: issue.message,
  }))
  return problemResponse('storefront/invalid-request', { fields })
}
