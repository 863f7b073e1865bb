import { get, type IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { type KeptPage, keptPageOf } from './kept-page.ts'

/** Marks a request of ours to ourselves: it is rendered, whatever is kept. From outside it asks for what there was always. */
export const MADE_FOR_KEEPING = 'x-site-made-for-keeping'

/** Core's own limit and rendering fit in twice; what takes longer would be old when it is there. */
const LIMIT_MS = 5_000

export interface Address {
  /** As it was asked, with its port. */
  readonly host: string
  readonly path: string
  readonly secure: boolean
}

/**
 * Has this process render a page as for a visitor of whom nothing is known, and reads it to its end.
 * @param port on which this process listens
 * @returns null for a page that may not be kept
 * @throws {Error} when there is no answer in time
 */
export async function renderHere(port: number, { host, path, secure }: Address): Promise<KeptPage | null> {
  const headers = {
    host,
    accept: 'text/html',
    // Next streams what belongs into the head to whoever does not say who asks.
    'user-agent': 'marquee-storefront',
    [MADE_FOR_KEEPING]: '1',
    ...(secure && { 'x-forwarded-proto': 'https' }),
  }
  const signal = AbortSignal.timeout(LIMIT_MS)
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  get({ host: '127.0.0.1', port, path, headers, signal }, resolve).on('error', reject)
  const answer = await promise
  return keptPageOf({ status: answer.statusCode ?? 0, headers: answer.headers, body: await buffer(answer) })
}
