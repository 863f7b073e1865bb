import type { z } from 'zod'
import { Availability } from '#contracts/availability.ts'
import { Order } from '#contracts/order.ts'
import { Show } from '#contracts/show.ts'
import { AnswerTooLong, readBounded } from '#platform/read-bounded.ts'
import { type ResellerKeys, resellerKey } from '#platform/reseller-keys.ts'

/** Core could not be asked: try again later. */
export class CoreAway extends Error {
  override readonly name = 'CoreAway'
}

/** Core answered, but with nothing that can be used: another shape. Asking again changes nothing. */
export class WrongAnswer extends Error {
  override readonly name = 'WrongAnswer'
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

/** What the worker asks core, as a reseller. Null: core has no such thing for that reseller. */
export interface CoreClient {
  /** @throws CoreAway, KeyRefused, WrongAnswer */
  order(resellerId: string, orderId: string): Promise<Order | null>
  /** @throws CoreAway, KeyRefused, UnknownZone, WrongAnswer */
  show(resellerId: string, showId: string): Promise<Show | null>
  /** @throws CoreAway, KeyRefused, WrongAnswer */
  availability(resellerId: string, showId: string): Promise<Availability | null>
}

const TIMEOUT_MS = 5_000
/** A hall of 5,000 seats with plan and prices is 1.2 MB of JSON; anything above is not an answer of the contract. */
const ANSWER_LIMIT_BYTES = 4 * 1024 * 1024

export function createCoreClient(baseUrl: string, keys: ResellerKeys): CoreClient {
  async function get<T>(resellerId: string, path: string, schema: z.ZodType<T>): Promise<T | null> {
    const key = resellerKey(keys, resellerId)
    if (key === null) throw new KeyRefused(`there is no key for ${resellerId} at core`)
    const json = await read(new URL(path, baseUrl), key)
    if (json === null) return null
    const parsed = schema.safeParse(json)
    if (parsed.success) return parsed.data
    const [issue, ...others] = parsed.error.issues
    if (issue !== undefined && others.length === 0 && isAboutZone(issue))
      throw new UnknownZone(`core's ${path} is in a time zone that nobody knows`)
    throw new WrongAnswer(`core's ${path} is not of the agreed shape: ${issue?.path.join('.')}`)
  }
  const part = encodeURIComponent
  return {
    order: (resellerId, orderId) => get(resellerId, `/v1/orders/${part(orderId)}`, Order),
    show: (resellerId, showId) => get(resellerId, `/v1/shows/${part(showId)}`, Show),
    availability: (resellerId, showId) => get(resellerId, `/v1/shows/${part(showId)}/availability`, Availability),
  }
}

/** Whether it is spelt wrongly; one that is missing is another shape. */
const isAboutZone = ({ code, path }: z.core.$ZodIssue): boolean => code === 'custom' && path.at(-1) === 'timeZone'

/** The JSON of an answer, null for 404. */
async function read(url: URL, key: string): Promise<unknown> {
  const headers = { authorization: `Bearer ${key}`, accept: 'application/json' }
  const response = await fetch(url, { headers, signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' }).catch(
    (cause) => {
      throw new CoreAway(`core did not answer ${url.pathname}`, { cause })
    },
  )
  if (response.ok) return parse(url, await readText(url, response))
  await response.body?.cancel().catch(() => {}) // the status says enough, whatever became of the connection
  if (response.status === 404) return null
  if (response.status >= 500 || response.status === 429) throw new CoreAway(`core answered ${response.status}`)
  if (response.status === 401 || response.status === 403)
    throw new KeyRefused(`core answered ${url.pathname} with ${response.status}`)
  throw new WrongAnswer(`core answered ${url.pathname} with ${response.status}`)
}

async function readText(url: URL, response: Response): Promise<string> {
  try {
    return new TextDecoder().decode(await readBounded(response, ANSWER_LIMIT_BYTES))
  } catch (cause) {
    if (cause instanceof AnswerTooLong) throw new WrongAnswer(`core's ${url.pathname}: ${cause.message}`)
    throw new CoreAway(`core stopped in the middle of ${url.pathname}`, { cause })
  }
}

function parse(url: URL, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new WrongAnswer(`core's ${url.pathname} is not JSON`, { cause })
  }
}
