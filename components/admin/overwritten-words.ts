import type { AnnouncementFields } from './announcement-draft.ts'

export type AnnouncementWords = Pick<AnnouncementFields, 'texts' | 'href'>

/** What somebody had written, and what was put into the form instead. */
export interface Overwritten {
  readonly words: AnnouncementWords
  readonly by: AnnouncementWords
}

/**
 * What is lost when `by` takes the place of what stands in the form; null where nothing is. What was put there itself, and
 * not touched since, is no loss: what stood there before it is.
 */
export function overwrittenBy(
  by: AnnouncementWords,
  { texts, href }: AnnouncementWords,
  before: Overwritten | null,
): Overwritten | null {
  const now = { texts, href }
  const words = before !== null && isSame(now, before.by) ? before.words : now
  return isSame(words, { texts: {}, href: '' }) || isSame(words, by) ? null : { words, by }
}

function isSame(one: AnnouncementWords, other: AnnouncementWords): boolean {
  const languages = [...Object.keys(one.texts), ...Object.keys(other.texts)]
  return (
    one.href.trim() === other.href.trim() &&
    languages.every((language) => (one.texts[language] ?? '').trim() === (other.texts[language] ?? '').trim())
  )
}
