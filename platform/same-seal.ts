import { timingSafeEqual } from 'node:crypto'

/**
 * Whether a seal that was sent is the one we make, in the same time wherever they differ. They are compared as they are
 * written: in base64url the last letter of 32 bytes has four spellings, and strange letters are skipped when it is read.
 */
export function isSameSeal(given: string, own: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(own)]
  return a.length === b.length && timingSafeEqual(a, b)
}
