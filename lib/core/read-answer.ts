import type { z } from 'zod'
import { Problem } from '#contracts/problem.ts'
import { AnswerTooLong, readBounded } from '#platform/read-bounded.ts'
import { CoreUnavailable, UnusableAnswer } from './core-unavailable.ts'

export type CoreAnswer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem }

/** A hall of 5,000 seats with plan and prices is 1.2 MB of JSON; anything above is not an answer of the contract. */
const JSON_LIMIT_BYTES = 4 * 1024 * 1024

/** A response as a value of the agreed shape or as core's refusal. @throws CoreUnavailable for anything else. */
export async function readAnswer<T>(response: Response, schema: z.ZodType<T>): Promise<CoreAnswer<T>> {
  const json = response.status === 204 ? undefined : await readJson(response)
  if (response.ok) {
    const value = schema.safeParse(json)
    if (value.success) return { ok: true, value: value.data }
    throw new UnusableAnswer(`core's answer is not of the agreed shape: ${value.error.issues[0]?.path.join('.')}`)
  }
  const problem = Problem.safeParse(json)
  // No refusal of core's is a 429: it, or a gateway before it, has too much to do, and a show is there all the same.
  if (response.status >= 500 || response.status === 429) throw new CoreUnavailable(`core answered ${response.status}`)
  // A refused key is our configuration's fault; no buyer can do anything about it.
  if (response.status === 401 || !problem.success) throw new UnusableAnswer(`core answered ${response.status}`)
  return { ok: false, problem: { ...problem.data, status: response.status } }
}

async function readJson(response: Response): Promise<unknown> {
  const bytes = await readBytes(response, JSON_LIMIT_BYTES)
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
}

/** A picture's bytes; null when core has none. @throws CoreUnavailable when it is no WebP, or larger than allowed. */
export async function readPicture(response: Response, limitBytes: number): Promise<Uint8Array<ArrayBuffer> | null> {
  if (response.status === 404 || response.status === 400) {
    await response.body?.cancel()
    return null
  }
  if (response.status !== 200 || response.headers.get('content-type') !== 'image/webp') {
    await response.body?.cancel()
    throw new CoreUnavailable(`core answered a picture with ${response.status}`)
  }
  return readBytes(response, limitBytes)
}

/** Too long is of no use to anybody; a connection that breaks is core's absence, and stays what it is. */
async function readBytes(response: Response, limitBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await readBounded(response, limitBytes)
  } catch (error) {
    throw error instanceof AnswerTooLong ? new UnusableAnswer(`core: ${error.message}`) : error
  }
}
