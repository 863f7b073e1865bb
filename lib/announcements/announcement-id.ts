import { createHash } from 'node:crypto'
import type { NewAnnouncement } from './new-announcement.ts'

/**
 * The id of what is announced under an idempotency key: a UUID (version 8, RFC 9562) made of both. So the same one sent
 * again is the same announcement, and another text under a key that was used is another, and neither is lost.
 */
export function announcementId(key: string, { text, translations, href, startsAt, until }: NewAnnouncement): string {
  const content = [key, text, Object.entries(translations ?? {}).toSorted(), href, startsAt, until]
  const hex = createHash('sha256').update(JSON.stringify(content)).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
