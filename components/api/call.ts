import type { Problem } from '#contracts/problem.ts'
import { ProblemError } from './problem-error.ts'

/** An answer later than this counts as none: people have stopped believing in it, and the storefront gives up sooner. */
const TIMEOUT_MS = 10_000

export interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly body?: unknown
  readonly idempotencyKey?: string
  readonly signal?: AbortSignal
  /** Hears what the storefront's clock said when it answered, to the second; not that of an error or of a page, which may be anybody's. */
  readonly onDate?: (at: string) => void
}

/**
 * Asks our own JSON API; the answer's shape is the route's contract.
 * @throws ProblemError with the storefront's reason, TypeError or DOMException when no answer came.
 */
export async function call<T>(
  path: string,
  { method = 'GET', body, idempotencyKey, signal, onDate }: Call = {},
): Promise<T> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS)
  const response = await fetch(path, {
    method,
    headers: {
      accept: 'application/json',
      // The page's language, in which the answer's texts should be; its path does not say it.
      'accept-language': document.documentElement.lang,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
    },
    body: body === undefined ? null : JSON.stringify(body),
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
  })
  if (!response.ok) throw new ProblemError(await readProblem(response))
  // 204, and 202 where nothing can be said yet, come without a body.
  const text = await response.text()
  if (text === '') return undefined as T
  const answer = JSON.parse(text) as T
  const date = response.headers.get('date')
  if (date) onDate?.(date)
  return answer
}

/** Something between us and the storefront may answer with a page instead of a problem document. */
async function readProblem(response: Response): Promise<Problem> {
  const fallback = { type: 'storefront/internal', title: response.statusText, status: response.status }
  try {
    const read: unknown = await response.json()
    return isProblem(read) ? { ...read, status: response.status } : fallback
  } catch {
    return fallback
  }
}

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
