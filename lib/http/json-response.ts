const UNKEPT = { 'cache-control': 'no-store' }

/** A value as a JSON response that nobody keeps. */
export function json(value: unknown, status = 200): Response {
  return Response.json(value, { status, headers: UNKEPT })
}

/** Taken on; what comes of it is told elsewhere. */
export function accepted(): Response {
  return new Response(null, { status: 202, headers: UNKEPT })
}

/** Success with nothing to say. */
export function noContent(): Response {
  return new Response(null, { status: 204, headers: UNKEPT })
}
