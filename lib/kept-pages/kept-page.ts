import { OF_ONE_CONNECTION } from '#lib/http/ask-here.ts'
import { type Head, NONCE, swappableNonce } from '#lib/http/swappable-nonce.ts'

/** A page as it was made once, to be given to others with a nonce of their own. */
export interface KeptPage {
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: Buffer
  /** Where in the body the nonce stands, in bytes. */
  readonly nonceAt: readonly number[]
}

/** An answer of a storefront, read to its end. */
export interface Made extends Head {
  readonly body: Buffer
}

/** What is about one connection, one moment or one visitor. */
const OF_ONE_ANSWER: ReadonlySet<string> = new Set([
  ...OF_ONE_CONNECTION,
  'content-security-policy',
  'x-accel-expires',
  'x-edge-nonce',
])

/** @returns null for what may not be kept: what has no nonce to swap, in its headers or in its body */
export function keptPageOf({ body, ...head }: Made): KeptPage | null {
  const nonce = swappableNonce(head)
  const nonceAt = nonce === null ? [] : [...placesOf(nonce, body)]
  if (nonceAt.length === 0) return null
  const kept = Object.entries(head.headers).filter(
    (header): header is [string, string] => typeof header[1] === 'string' && !OF_ONE_ANSWER.has(header[0]),
  )
  return { headers: kept, body, nonceAt }
}

/** @param nonce of 32 characters, as long as the one in its place was */
export function withNonce({ body, nonceAt }: KeptPage, nonce: string): Buffer<ArrayBuffer> {
  if (!NONCE.test(nonce)) throw new RangeError('a nonce has 32 hexadecimal digits')
  const page = Buffer.from(body)
  for (const at of nonceAt) page.write(nonce, at, 'latin1')
  return page
}

function* placesOf(nonce: string, body: Buffer): Generator<number> {
  for (let at = body.indexOf(nonce); at >= 0; at = body.indexOf(nonce, at + nonce.length)) yield at
}
