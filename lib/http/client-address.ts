/**
 * Who is asking, by the one header that the edge writes over whatever a client sent; null where no edge does, because a
 * client's own word would give everybody as many addresses as they like.
 */
export function clientAddress(headers: Headers, trustedHeader: string | null): string | null {
  return trustedHeader === null ? null : headers.get(trustedHeader)
}
