import { isIP } from 'node:net'

/**
 * Who is asking, by the one header that the edge writes; null where no edge does, because a client's own word would give
 * everybody as many addresses as they like. Of a list, as `X-Forwarded-For` may be one, only the last entry is the edge's:
 * those before it came with the request.
 */
export function clientAddress(headers: Headers, trustedHeader: string | null): string | null {
  const said = trustedHeader === null ? null : headers.get(trustedHeader)
  const last = said?.split(',').at(-1)?.trim() ?? ''
  return isIP(last) > 0 ? last : null
}
