import type { z } from 'zod'
import { Availability } from '#contracts/availability.ts'
import { Order } from '#contracts/order.ts'
import type { Problem } from '#contracts/problem.ts'
import { Show } from '#contracts/show.ts'
import { type CoreAnswer, readCoreAnswer } from '#platform/core-answer.ts'
import { type ResellerKeys, resellerKey } from '#platform/reseller-keys.ts'

/** Core could not be asked: try again later. */
export class CoreUnavailable extends Error {
  override readonly name = 'CoreUnavailable'
}

/** Core answered, but with nothing that can be used: nothing of the contract. Asking again changes nothing. */
export class UnusableAnswer extends Error {
  override readonly name = 'UnusableAnswer'
}

/**
 * Core answered with a time zone that nobody knows, here at least. That is no fault of the order it was asked for: somebody
 * mends the venue, or takes a program back that no longer knows the zone.
 */
export class UnknownZone extends Error {
  override readonly name = 'UnknownZone'
}

/** Core does not take the reseller's key, or there is none: somebody has to mend that, and then asking again helps. */
export class KeyRefused extends Error {
  override readonly name = 'KeyRefused'
}

/** Something before core answered in its place, mostly while core is rolled out: asking again helps once core is there. */
export class NotCore extends Error {
  override readonly name = 'NotCore'
}

/** What the worker asks core, as a reseller. Null: core has no such thing for that reseller. */
export interface CoreClient {
  /** @throws CoreUnavailable, KeyRefused, NotCore, UnusableAnswer */
  order(resellerId: string, orderId: string): Promise<Order | null>
  /** @throws CoreUnavailable, KeyRefused, NotCore, UnknownZone, UnusableAnswer */
  show(resellerId: string, showId: string): Promise<Show | null>
  /** @throws CoreUnavailable, KeyRefused, NotCore, UnusableAnswer */
  availability(resellerId: string, showId: string): Promise<Availability | null>
}

const TIMEOUT_MS = 5_000

export function createCoreClient(baseUrl: string, keys: ResellerKeys): CoreClient {
  async function get<T>(resellerId: string, path: string, schema: z.ZodType<T>): Promise<T | null> {
    const key = resellerKey(keys, resellerId)
    if (key === null) throw new KeyRefused(`there is no key for ${resellerId} at core`)
    return answered(path, await ask(new URL(path, baseUrl), key, schema))
  }
  const part = encodeURIComponent
  return {
    order: (resellerId, orderId) => get(resellerId, `/v1/orders/${part(orderId)}`, Order),
    show: (resellerId, showId) => get(resellerId, `/v1/shows/${part(showId)}`, Show),
    availability: (resellerId, showId) => get(resellerId, `/v1/shows/${part(showId)}/availability`, Availability),
  }
}

async function ask<T>(url: URL, key: string, schema: z.ZodType<T>): Promise<CoreAnswer<T>> {
  const headers = { authorization: `Bearer ${key}`, accept: 'application/json' }
  const response = await fetch(url, { headers, signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' }).catch(
    (cause) => {
      throw new CoreUnavailable(`core did not answer ${url.pathname}`, { cause })
    },
  )
  return readCoreAnswer(response, schema)
}

/** What an answer is for whoever asked; null where core has no such thing. */
function answered<T>(path: string, answer: CoreAnswer<T>): T | null {
  switch (answer.kind) {
    case 'value':
      return answer.value
    case 'refusal':
      return refused(path, answer.problem)
    case 'key-refused':
      throw new KeyRefused(`${answer.reason} (${path})`)
    case 'unusable':
      if (isAboutZone(answer.issues)) throw new UnknownZone(`core's ${path} is in a time zone that nobody knows`)
      throw new UnusableAnswer(`${answer.reason} (${path})`)
    case 'not-core':
      throw new NotCore(`${answer.reason} (${path})`)
    case 'unavailable':
      throw new CoreUnavailable(`${answer.reason} (${path})`, { cause: answer.cause })
  }
}

function refused(path: string, { status, type }: Problem): null {
  if (status === 404) return null
  const reason = `core answered with ${status}, ${type} (${path})`
  // Nothing that is only read is refused to a reseller whose key is right.
  throw status === 403 ? new KeyRefused(reason) : new UnusableAnswer(reason)
}

/** Whether a zone is spelt wrongly, and nothing else is wrong; one that is missing is another shape. */
function isAboutZone([issue, ...others]: readonly z.core.$ZodIssue[]): boolean {
  return issue?.code === 'custom' && issue.path.at(-1) === 'timeZone' && others.length === 0
}
