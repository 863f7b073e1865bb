import { get, type IncomingMessage } from 'node:http'
import { type KeptPage, keptPageOf } from './kept-page.ts'

/** Marks a request of ours to ourselves: it is rendered, whatever is kept. From outside it asks for what there was always. */
export const MADE_FOR_KEEPING = 'x-site-made-for-keeping'

/** Core's own limit and rendering fit in twice; what takes longer would be old when it is there. */
const LIMIT_MS = 5_000

/** The largest hall's page is a third of it. */
const LONGEST_BYTES = 4_000_000

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
 * @throws {Error} when there is no answer in time, one without an end, or one that says that we or core are in trouble
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
  const status = answer.statusCode ?? 0
  if (status >= 500) {
    answer.destroy()
    throw new Error(`${path} was answered with ${status}`)
  }
  return keptPageOf({ status, headers: answer.headers, body: await read(answer) })
}

async function read(answer: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = []
  let bytes = 0
  for await (const piece of answer as AsyncIterable<Buffer>) {
    bytes += piece.length
    if (bytes > LONGEST_BYTES) throw new Error(`a page is longer than ${LONGEST_BYTES} bytes`)
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}
