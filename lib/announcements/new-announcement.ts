import { z } from 'zod'
import { ANNOUNCEMENT_LIMIT } from '#contracts/announcement-limit.ts'
import { Locale } from '#contracts/reseller-config.ts'
import { SafeText } from '#contracts/safe-text.ts'

const NewText = SafeText.trim().min(1, 'is needed').max(ANNOUNCEMENT_LIMIT)

/** A path of the site: who follows an announcement stays in the shop. */
const SitePath = SafeText.max(400).regex(/^\/(?![/\\])[^\s\\]*$/, 'must be a path of this site')

/**
 * What staff may write, `text` in the site's first language. Without `startsAt` it is live at once, without `until` it
 * stands until it is recalled.
 */
export const NewAnnouncement = z
  .object({
    text: NewText,
    translations: z.partialRecord(Locale, NewText).optional(),
    href: SitePath.optional(),
    startsAt: z.iso.datetime().optional(),
    until: z.iso.datetime().optional(),
  })
  .refine(
    ({ startsAt, until }) =>
      until === undefined || Date.parse(until) > (startsAt === undefined ? Date.now() : Date.parse(startsAt)),
    {
      path: ['until'],
      message: 'must be after the start',
    },
  )
export type NewAnnouncement = z.infer<typeof NewAnnouncement>
