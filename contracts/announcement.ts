import { z } from 'zod'
import { ANNOUNCEMENT_LIMIT } from './announcement-limit.ts'
import { Locale } from './reseller-config.ts'

/** An announcement in other languages of its site. */
export const Translations = z.partialRecord(Locale, z.string().trim().min(1, 'is needed').max(ANNOUNCEMENT_LIMIT))

/** An announcement as it is stored; `translations` is JSON. */
export interface StoredAnnouncement {
  readonly text: string
  readonly language: string | null
  readonly translations: unknown
  readonly href: string | null
  readonly until: Date | null
}

/** What everybody is told of a stored announcement, over a stream and over HTTP alike; what it has not is left out. */
export function toldOf({ text, language, translations, href, until }: StoredAnnouncement) {
  const [spoken, others] = [Locale.safeParse(language), Translations.safeParse(translations)]
  return {
    text,
    ...(spoken.success && { language: spoken.data }),
    ...(others.success && Object.keys(others.data).length > 0 && { translations: others.data }),
    ...(href !== null && { href }),
    ...(until !== null && { until: until.toISOString() }),
  }
}

export type Translations = z.infer<typeof Translations>
