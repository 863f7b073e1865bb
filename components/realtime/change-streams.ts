import { parseRetryAfter } from './retry-after.ts'
import { isCount, isRecord, optional, recordOf, shapeOf } from './shape.ts'
import type { StreamsPlan } from './stream-interest.ts'

export type StreamsChange =
  | { readonly kind: 'changed'; readonly streams: Record<string, { version?: number }> }
  /** The cookie is missing or over. */
  | { readonly kind: 'unauthorized' }
  /** The tier will not have these streams, whoever asks again. */
  | { readonly kind: 'refused' }
  /** Not now: the connection is well, and whoever is full or cannot be reached behind it may do this in a while. */
  | { readonly kind: 'later'; readonly retryAfterMs?: number | undefined }
  /** The connection is not there any more, or cannot be reached. */
  | { readonly kind: 'lost' }

const isAnswer = shapeOf({ streams: recordOf(shapeOf({ version: optional(isCount) })) })

/** `POST <endpoint>/<connection>/streams`. Subscribing to a private stream again extends it with the fresh cookie. */
export async function changeStreams(
  request: typeof fetch,
  url: string,
  plan: StreamsPlan & { readonly visible?: readonly string[] },
  timeoutMs: number,
): Promise<StreamsChange> {
  try {
    const response = await request(url, {
      method: 'POST',
      credentials: 'include',
      cache: 'no-store',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(plan),
      signal: AbortSignal.timeout(timeoutMs),
    })
    if (response.ok) return changeOf(await response.json())
    await response.body?.cancel()
    return failureOf(response.status, parseRetryAfter(response.headers.get('retry-after'), Date.now()))
  } catch {
    return { kind: 'lost' }
  }
}

function changeOf(answer: unknown): StreamsChange {
  if (!isRecord(answer) || !isAnswer(answer)) return { kind: 'lost' }
  return { kind: 'changed', streams: answer.streams as Record<string, { version?: number }> }
}

export function failureOf(status: number, retryAfterMs?: number): StreamsChange {
  if (status === 401) return { kind: 'unauthorized' }
  if (status === 429 || status >= 500) return { kind: 'later', retryAfterMs }
  return { kind: status === 400 || status === 403 || status === 422 ? 'refused' : 'lost' }
}
