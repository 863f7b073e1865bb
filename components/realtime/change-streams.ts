import { isCount, isRecord, optional, recordOf, shapeOf } from './shape.ts'
import type { StreamsPlan } from './stream-interest.ts'

export type StreamsChange =
  | { readonly kind: 'changed'; readonly streams: Record<string, { version?: number }> }
  /** The cookie is missing or over. */
  | { readonly kind: 'unauthorized' }
  /** The tier will not have these streams, whoever asks again. */
  | { readonly kind: 'refused' }
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
    if (!response.ok) await response.body?.cancel()
    return response.ok ? changeOf(await response.json()) : failureOf(response.status)
  } catch {
    return { kind: 'lost' }
  }
}

function changeOf(answer: unknown): StreamsChange {
  if (!isRecord(answer) || !isAnswer(answer)) return { kind: 'lost' }
  return { kind: 'changed', streams: answer.streams as Record<string, { version?: number }> }
}

function failureOf(status: number): StreamsChange {
  if (status === 401) return { kind: 'unauthorized' }
  return { kind: status === 400 || status === 403 || status === 422 ? 'refused' : 'lost' }
}
