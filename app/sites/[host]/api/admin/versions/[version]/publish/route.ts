import { z } from 'zod'
import { NewPublish } from '#contracts/storefront.ts'
import { otherHosts } from '#lib/admin/other-hosts.ts'
import { publishVersion } from '#lib/admin/publish-version.ts'
import type { ContrastFault } from '#lib/config-review/contrast-report.ts'
import { faultWords } from '#lib/config-review/review-words.ts'
import { json } from '#lib/http/json-response.ts'
import { passOn, problemResponse } from '#lib/http/problem-response.ts'
import { asAsked } from '#lib/language/staff-language.ts'
import { handle } from '#lib/route/handle.ts'
import { translator } from '#lib/text/translator.ts'

/** PostgreSQL's integers end there. */
const params = z.object({ version: z.coerce.number().int().min(1).max(2_147_483_647) })

export const POST = handle(
  { customer: 'anyone', account: 'editor', params, body: NewPublish },
  async ({ site, storefront, params: { version }, body, headers }) => {
    const spoken = asAsked(site, headers)
    const published = await publishVersion(storefront, site.resellerId, { ...body, version }, site.config.hosts)
    switch (published.outcome) {
      case 'published':
        storefront.log.info({ resellerId: site.resellerId, version }, 'staff asked for a publish')
        return json({ version })
      case 'unknown':
        return problemResponse('storefront/not-found')
      case 'unreadable': {
        const t = translator(spoken.config.locale, 'review')
        const fields = published.faults.map((fault: ContrastFault) => ({
          path: `theme.colours.${fault.front}`,
          message: faultWords(t, fault),
        }))
        return problemResponse('storefront/unreadable', { fields })
      }
      case 'other-hosts':
        return otherHosts(spoken)
      case 'other-live':
        return problemResponse('storefront/other-version-live')
      case 'refused':
        return passOn(published.problem)
    }
  },
)
