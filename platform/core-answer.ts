import type { z } from 'zod'
import { Problem } from '#contracts/problem.ts'
import { AnswerTooLong, readBounded } from './read-bounded.ts'

/** What an answer of core's over HTTP amounts to. What follows from that is up to each client. */
export type CoreAnswer<T> =
  | { readonly kind: 'value'; readonly value: T }
  /** Core says no, and why: a problem document of the contract, with the status that it came with. */
  | { readonly kind: 'refusal'; readonly problem: Problem }
  | CoreFault

/** No answer, as far as anybody can use it. `reason` holds nothing of what core sent but its status and names of fields. */
export type CoreFault =
  /** Core does not take the reseller's key, which is our configuration's fault and only that reseller's. */
  | { readonly kind: 'key-refused'; readonly reason: string }
  /**
   * Core answered, and promptly, but nothing of the contract. Others may fare better, so it is no sign of core being down.
   * `issues` says where a value is of another shape; it is empty where there is none.
   */
  | { readonly kind: 'unusable'; readonly reason: string; readonly issues: readonly z.core.$ZodIssue[] }
  /**
   * Something before core answered in its place, as a gateway does while core is rolled out or looked after. That passes,
   * and says nothing of core, good or bad.
   */
  | { readonly kind: 'not-core'; readonly reason: string }
  /** Core, or what is before it, has too much to do, failed, or stopped in the middle. */
  | { readonly kind: 'unavailable'; readonly reason: string; readonly cause?: unknown }

/** A hall of 5,000 seats with plan and prices is 1.2 MB of JSON; anything above is not an answer of the contract. */
const ANSWER_LIMIT_BYTES = 4 * 1024 * 1024

/** Reads a response as a value of the agreed shape or as core's refusal. Throws nothing: whatever else comes is a fault. */
export async function readCoreAnswer<T>(response: Response, schema: z.ZodType<T>): Promise<CoreAnswer<T>> {
  const { status } = response
  const fault = faultOfStatus(status)
  if (fault) {
    await response.body?.cancel().catch(() => {}) // the status says enough, whatever became of the connection
    return fault
  }
  let bytes: Uint8Array
  try {
    bytes = await readBounded(response, ANSWER_LIMIT_BYTES)
  } catch (cause) {
    if (cause instanceof AnswerTooLong) return unusable(`core: ${cause.message}`)
    return { kind: 'unavailable', reason: 'core stopped in the middle of its answer', cause }
  }
  const read = status === 204 ? { json: undefined } : parse(bytes)
  if (!response.ok) return refusal(status, read?.json)
  if (read) return value(read.json, schema)
  const reason = `core answered with ${status} and what is not JSON`
  return saysOtherThanJson(response) ? { kind: 'not-core', reason } : unusable(reason)
}

/** What a status says whatever the body is, be it empty or a gateway's HTML; null where the body decides. */
export function faultOfStatus(status: number): CoreFault | null {
  // No refusal of core's is a 429: it, or a gateway before it, has too much to do, and a show is there all the same.
  if (status >= 500 || status === 429) return { kind: 'unavailable', reason: `core answered with ${status}` }
  if (status === 401) return keyRefused(status)
  return null
}

function value<T>(json: unknown, schema: z.ZodType<T>): CoreAnswer<T> {
  const parsed = schema.safeParse(json)
  if (parsed.success) return { kind: 'value', value: parsed.data }
  const { issues } = parsed.error
  return unusable(`core's answer is not of the agreed shape: ${issues[0]?.path.join('.')}`, issues)
}

function refusal(status: number, json: unknown): CoreAnswer<never> {
  const problem = Problem.safeParse(json)
  if (problem.success) return { kind: 'refusal', problem: { ...problem.data, status } }
  // Core itself says why; without a word it is a gateway, which does not know us, or does not know where core is.
  if (status === 403) return keyRefused(status)
  return { kind: 'not-core', reason: `core answered with ${status} and no problem document` }
}

/** Core names its JSON as such, spoilt as it may be: a page is somebody else’s. */
function saysOtherThanJson({ headers }: Response): boolean {
  const type = headers.get('content-type')
  return type !== null && !/[/+]json\b/i.test(type)
}

const keyRefused = (status: number): CoreFault => ({ kind: 'key-refused', reason: `core answered with ${status}` })

const unusable = (reason: string, issues: readonly z.core.$ZodIssue[] = []): CoreFault => ({
  kind: 'unusable',
  reason,
  issues,
})

/** Null for what is no JSON, or no UTF-8: mended characters would be somebody's name, spelt wrongly. */
function parse(bytes: Uint8Array): { readonly json: unknown } | null {
  try {
    return { json: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) }
  } catch {
    return null
  }
}
