import { get, type IncomingMessage } from 'node:http'

/** Marks a request of ours to ourselves: it is rendered, whatever is kept. From outside it asks for what there was always. */
export const MADE_FOR_KEEPING = 'x-site-made-for-keeping'

/** The largest hall's page is a third of it. */
export const LONGEST_PAGE_BYTES = 4_000_000

/** Headers of an answer that are about one connection or one moment, not about the page. */
export const OF_ONE_CONNECTION = [
  'connection',
  'content-length',
  'date',
  'etag',
  'keep-alive',
  'transfer-encoding',
  // Next's note of where a page was found: on our answer it would send the visitor's request there.
  'x-middleware-rewrite',
] as const

export interface Address {
  /** As it was asked, with its port. */
  readonly host: string
  /** With its query, where it has one. */
  readonly path: string
  readonly secure: boolean
}

/**
 * Has this process render a page as for a visitor of whom nothing is known: Next shows its pages to nobody but who asks.
 * @param port on which this process listens
 * @returns the answer, whose body is still to come
 * @throws {Error} when there is none, or `signal` says that it has taken too long
 */
export async function askHere(
  port: number,
  { host, path, secure }: Address,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const headers = {
    host,
    accept: 'text/html',
    // Next streams what belongs into the head to whoever does not say who asks.
    'user-agent': 'marquee-storefront',
    [MADE_FOR_KEEPING]: '1',
    ...(secure && { 'x-forwarded-proto': 'https' }),
  }
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  get({ host: '127.0.0.1', port, path, headers, signal }, resolve).on('error', reject)
  return await promise
}
