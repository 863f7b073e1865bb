import type { IncomingMessage } from 'node:http'

/** The largest body anybody has reason to send: 32 names to add and 32 to drop are under 8 KB. */
export const BODY_LIMIT_BYTES = 16_384

/** Reads a small JSON body. Null when it is too large, not UTF-8 or not JSON. */
export async function readJsonBody(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > BODY_LIMIT_BYTES) return null
    parts.push(part)
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts)))
  } catch {
    return null
  }
}
