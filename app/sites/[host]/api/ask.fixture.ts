import { randomUUID } from 'node:crypto'
import { newAddress } from './account/person.fixture.ts'
import type { FoundRoute } from './every-route.fixture.ts'

export interface Ask {
  readonly method?: string
  readonly path?: string
  readonly params?: Readonly<Record<string, string>>
  readonly host?: string
  readonly cookie?: string
  /** Null takes away what a browser would have sent. */
  readonly headers?: Readonly<Record<string, string | null>>
  /** A value goes as JSON; a text and bytes go as they are. */
  readonly body?: unknown
}

export interface Answered {
  readonly status: number
  readonly headers: Headers
  readonly cookies: readonly string[]
  /** Null for what is no JSON. */
  readonly body: Record<string, unknown> | null
}

/** Calls a route as Next does, with what a browser on that host sends, from an address that is nobody else's. */
export async function ask(route: FoundRoute['route'], given: Ask = {}): Promise<Answered> {
  const { method = 'GET', path = '/', params = {}, host = 'aurora.localhost', cookie, body } = given
  const headers = new Headers({ host, 'x-client-ip': newAddress(), 'idempotency-key': randomUUID() })
  if (method !== 'GET') headers.set('origin', `http://${host}`)
  if (body !== undefined) headers.set('content-type', 'application/json')
  if (cookie) headers.set('cookie', cookie)
  for (const [name, value] of Object.entries(given.headers ?? {}))
    value === null ? headers.delete(name) : headers.set(name, value)
  const request = new Request(`http://${host}${path}`, { method, headers, body: bytesOf(body) })
  if (headers.has('content-type') === false) request.headers.delete('content-type')
  const response = await route(request, { params: Promise.resolve({ host, ...params }) })
  const isJson = response.headers.get('content-type')?.includes('json')
  const bytes = Buffer.from(await response.arrayBuffer())
  return {
    status: response.status,
    headers: response.headers,
    cookies: response.headers.getSetCookie(),
    body: isJson ? (JSON.parse(bytes.toString()) as Answered['body']) : null,
  }
}

function bytesOf(body: unknown): BodyInit | null {
  if (body === undefined) return null
  return typeof body === 'string' || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body)
}

/** The Cookie header of a browser that took these. */
export const cookieHeader = (cookies: readonly string[]): string =>
  cookies.map((cookie) => cookie.split(';')[0]).join('; ')
