import { z } from 'zod'
import { Translations } from '#contracts/announcement.ts'
import { ANNOUNCEMENT_LIMIT } from '#contracts/announcement-limit.ts'

/** A path of the site: who follows an announcement stays in the shop. */
const SitePath = z
  .string()
  .max(400)
  .regex(/^\/(?![/\\])[^\s\\]*$/, 'must be a path of this site')

/**
 * What staff may write, `text` in the site's first language. Without `startsAt` it is live at once, without `until` it
 * stands until it is recalled.
 */
export const NewAnnouncement = z
  .object({
    text: z.string().trim().min(1, 'is needed').max(ANNOUNCEMENT_LIMIT),
    translations: Translations.optional(),
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
