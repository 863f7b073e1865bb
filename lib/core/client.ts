import type { z } from 'zod'
import type { CoreRequests } from '#lib/metrics.ts'
import { type ResellerKeys, resellerKey } from '#platform/reseller-keys.ts'
import { type CircuitBreaker, createCircuitBreaker } from './circuit-breaker.ts'
import { CoreGivenAMoment, CoreUnavailable, UnusableAnswer } from './core-unavailable.ts'
import { readPicture } from './read-picture.ts'
import { readUsableAnswer, type UsableAnswer } from './usable-answer.ts'

/*
 * Core over HTTP. An answer is a value of the contract's shape or core's refusal (a problem document, 4xx);
 * everything else is CoreUnavailable: one kind of failure, because callers can do one thing about it.
 */

/** A change sent to core. Never retried here: whoever holds the idempotency key decides. */
export interface CoreChange<T> {
  readonly method: 'POST' | 'DELETE'
  readonly path: string
  readonly answer: z.ZodType<T>
  readonly body?: unknown
  readonly idempotencyKey?: string
  /** Less than a change usually gets, where a part of the request's time has passed already. */
  readonly timeoutMs?: number
}

export interface CoreClient {
  /** @throws CoreUnavailable */
  get<T>(resellerId: string, path: string, answer: z.ZodType<T>): Promise<UsableAnswer<T>>
  /** @throws CoreUnavailable */
  send<T>(resellerId: string, change: CoreChange<T>): Promise<UsableAnswer<T>>
  /** A picture's bytes as core sent them; null when core has none under that path. @throws CoreUnavailable */
  picture(resellerId: string, path: string, limitBytes: number): Promise<Uint8Array<ArrayBuffer> | null>
}

/** A request may take 2 s in all; this leaves room for what we do around core. */
export const CHANGE_BUDGET_MS = 1_700
/** A page may have waited 0.4 s for something newer (`recent-answers.ts`) before it reads what it must have. */
export const READ_BUDGET_MS = 1_400
/** A read that hangs is given up early enough for one more try within the budget. */
const FIRST_READ_MS = 800

export function createCoreClient(options: {
  readonly baseUrl: string
  readonly keys: ResellerKeys
  readonly observe?: CoreRequests
}): CoreClient {
  // Pictures may be slow in a way that says nothing about tickets, so they have a circuit breaker of their own.
  const [tickets, pictures] = [createCircuitBreaker(), createCircuitBreaker()]

  async function exchange<T>(
    guarded: CircuitBreaker,
    request: Outgoing,
    read: (response: Response) => Promise<T>,
  ): Promise<T> {
    const startedAt = performance.now()
    const observe = (result: 'answered' | 'failed') =>
      options.observe?.(request.method, result, performance.now() - startedAt)
    try {
      const url = new URL(request.path, options.baseUrl)
      // Made before the circuit breaker is asked: a key that is missing here says nothing of core, good or bad.
      const made = outgoing(options.keys, request)
      const result = await guarded(async () => read(await fetch(url, made)))
      observe('answered')
      return result
    } catch (error) {
      observe('failed')
      if (error instanceof CoreUnavailable) throw error
      throw new CoreUnavailable(`core did not answer ${request.method} ${request.path}`, { cause: error })
    }
  }

  return {
    get: (resellerId, path, answer) =>
      twice((timeoutMs) =>
        exchange(tickets, { resellerId, method: 'GET', path, timeoutMs }, (response) =>
          readUsableAnswer(response, answer),
        ),
      ),
    send: (resellerId, { answer, ...change }) =>
      exchange(tickets, { resellerId, timeoutMs: CHANGE_BUDGET_MS, ...change }, (response) =>
        readUsableAnswer(response, answer),
      ),
    picture: (resellerId, path, limitBytes) =>
      twice((timeoutMs) =>
        exchange(pictures, { resellerId, method: 'GET', path, timeoutMs }, (response) =>
          readPicture(response, limitBytes),
        ),
      ),
  }
}

interface Outgoing {
  readonly resellerId: string
  readonly method: 'GET' | 'POST' | 'DELETE'
  readonly path: string
  readonly timeoutMs: number
  readonly body?: unknown
  readonly idempotencyKey?: string
}

function outgoing(keys: ResellerKeys, request: Outgoing): RequestInit {
  const key = resellerKey(keys, request.resellerId)
  if (key === null) throw new UnusableAnswer(`there is no key for ${request.resellerId} at core`)
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
  const deadline = performance.now() + READ_BUDGET_MS
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
