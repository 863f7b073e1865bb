/**
 * Whether two lists name the same addresses, in whatever order. Staff may arrange them and nothing else: an address that
 * nobody has yet could be claimed before its owner comes, and one that is dropped is free for another reseller.
 */
export const sameHosts = (first: readonly string[], second: readonly string[]): boolean =>
  first.length === second.length && second.every((host) => first.includes(host))
