import type { z } from 'zod'
import { Problem } from '#contracts/problem.ts'
import type { CoreRequests } from '#lib/metrics.ts'
import { type ResellerKeys, resellerKey } from '#platform/reseller-keys.ts'
import { admit, closedBreaker, settle } from './breaker.ts'
import { CoreGivenAMoment, CoreUnavailable } from './core-unavailable.ts'
import { readBounded } from './read-bounded.ts'

/*
 * Core over HTTP. An answer is a value of the contract's shape or core's refusal (a problem document, 4xx);
 * everything else is CoreUnavailable: one kind of failure, because callers can do one thing about it.
 */

export type CoreAnswer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem }

/** A change sent to core. Never retried here: whoever holds the idempotency key decides. */
export interface CoreChange<T> {
  readonly method: 'POST' | 'DELETE'
  readonly path: string
  readonly answer: z.ZodType<T>
  readonly body?: unknown
  readonly idempotencyKey?: string
}

export interface CoreClient {
  /** @throws CoreUnavailable */
  get<T>(resellerId: string, path: string, answer: z.ZodType<T>): Promise<CoreAnswer<T>>
  /** @throws CoreUnavailable */
  send<T>(resellerId: string, change: CoreChange<T>): Promise<CoreAnswer<T>>
  /** A picture's bytes as core sent them; null when core has none under that path. @throws CoreUnavailable */
  picture(resellerId: string, path: string, limitBytes: number): Promise<Uint8Array<ArrayBuffer> | null>
}

/** A request may take 2 s in all; this leaves room for what we do around core. */
const BUDGET_MS = 1_700
/** A read that hangs is given up early enough for one more try within the budget. */
const FIRST_READ_MS = 900
/** A hall of 5,000 seats with plan and prices is 1.2 MB of JSON; anything above is not an answer of the contract. */
const JSON_LIMIT_BYTES = 4 * 1024 * 1024

export function createCoreClient(options: {
  readonly baseUrl: string
  readonly keys: ResellerKeys
  readonly observe?: CoreRequests
}): CoreClient {
  let breaker = closedBreaker

  async function exchange<T>(resellerId: string, request: Outgoing, read: (response: Response) => Promise<T>) {
    const { admitted, next } = admit(breaker, Date.now())
    breaker = next
    if (!admitted) throw new CoreGivenAMoment()
    const startedAt = performance.now()
    try {
      const result = await read(await fetch(request.url, outgoing(options.keys, resellerId, request)))
      breaker = settle(breaker, true, Date.now())
      options.observe?.(request.method, 'answered', performance.now() - startedAt)
      return result
    } catch (error) {
      breaker = settle(breaker, false, Date.now())
      options.observe?.(request.method, 'failed', performance.now() - startedAt)
      if (error instanceof CoreUnavailable) throw error
      throw new CoreUnavailable(`core did not answer ${request.method} ${request.url.pathname}`, { cause: error })
    }
  }

  const url = (path: string) => new URL(path, options.baseUrl)

  return {
    get: (resellerId, path, answer) =>
      twice((timeoutMs) =>
        exchange(resellerId, { method: 'GET', url: url(path), timeoutMs }, (response) => readAnswer(response, answer)),
      ),
    send: (resellerId, { method, path, answer, body, idempotencyKey }) =>
      exchange(resellerId, { method, url: url(path), timeoutMs: BUDGET_MS, body, idempotencyKey }, (response) =>
        readAnswer(response, answer),
      ),
    picture: (resellerId, path, limitBytes) =>
      twice((timeoutMs) =>
        exchange(resellerId, { method: 'GET', url: url(path), timeoutMs }, (response) =>
          readPicture(response, limitBytes),
        ),
      ),
  }
}

interface Outgoing {
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly url: URL
  readonly timeoutMs: number
  readonly body?: unknown
  readonly idempotencyKey?: string
}

function outgoing(keys: ResellerKeys, resellerId: string, request: Outgoing): RequestInit {
  const key = resellerKey(keys, resellerId)
  if (key === null) throw new CoreUnavailable(`there is no key for ${resellerId} at core`)
  const headers = new Headers({ authorization: `Bearer ${key}`, accept: 'application/json' })
  if (request.body !== undefined) headers.set('content-type', 'application/json')
  if (request.idempotencyKey !== undefined) headers.set('idempotency-key', request.idempotencyKey)
  return {
    method: request.method,
    headers,
    body: request.body === undefined ? null : JSON.stringify(request.body),
    signal: AbortSignal.timeout(request.timeoutMs),
    // Core never redirects; following one would let whoever answers send us, with the key, somewhere else.
    redirect: 'error',
    cache: 'no-store',
  }
}

/** One retry for reads, after a random moment, so that instances do not come back in step. */
async function twice<T>(attempt: (timeoutMs: number) => Promise<T>): Promise<T> {
  const deadline = performance.now() + BUDGET_MS
  try {
    return await attempt(FIRST_READ_MS)
  } catch (error) {
    if (error instanceof CoreGivenAMoment) throw error
    await new Promise((wake) => setTimeout(wake, 20 + Math.random() * 80))
    const leftMs = Math.floor(deadline - performance.now())
    if (leftMs < 100) throw error
    return attempt(leftMs)
  }
}

async function readAnswer<T>(response: Response, schema: z.ZodType<T>): Promise<CoreAnswer<T>> {
  const json = response.status === 204 ? undefined : await readJson(response)
  if (response.ok) {
    const value = schema.safeParse(json)
    if (value.success) return { ok: true, value: value.data }
    throw new CoreUnavailable(`core's answer is not of the agreed shape: ${value.error.issues[0]?.path.join('.')}`)
  }
  const problem = Problem.safeParse(json)
  // A refused key is our configuration's fault; no buyer can do anything about it.
  if (response.status >= 500 || response.status === 401 || !problem.success)
    throw new CoreUnavailable(`core answered ${response.status}`)
  return { ok: false, problem: { ...problem.data, status: response.status } }
}

async function readJson(response: Response): Promise<unknown> {
  const bytes = await readBounded(response, JSON_LIMIT_BYTES)
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
}

async function readPicture(response: Response, limitBytes: number): Promise<Uint8Array<ArrayBuffer> | null> {
  if (response.status === 404 || response.status === 400) {
    await response.body?.cancel()
    return null
  }
  if (response.status !== 200 || response.headers.get('content-type') !== 'image/webp') {
    await response.body?.cancel()
    throw new CoreUnavailable(`core answered a picture with ${response.status}`)
  }
  return readBounded(response, limitBytes)
}
