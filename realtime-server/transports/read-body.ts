import type { IncomingMessage } from 'node:http'

/** The largest body anybody has reason to send: 32 names to add and 32 to drop are under 8 KB. */
const BODY_LIMIT_BYTES = 16_384

/**
 * Reads a small body; null when it is too large. One that is too large is still read to its end, as far as the request's
 * own timeout lets it go on: closing under a client that is sending would lose the answer.
 */
export async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size <= BODY_LIMIT_BYTES) parts.push(part)
  }
  return size > BODY_LIMIT_BYTES ? null : Buffer.concat(parts)
}

/** Reads a small JSON body. Null when it is too large, not UTF-8 or not JSON. */
export async function readJsonBody(request: IncomingMessage): Promise<unknown> {
  const body = await readBody(request)
  try {
    return body && JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return null
  }
}
