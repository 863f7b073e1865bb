import { problemResponse } from '#lib/http/problem-response.ts'
import type { Site } from '#lib/reseller/site.ts'
import { translator } from '#lib/text/translator.ts'

/** Why a draft is not saved, or a version not published, that names other addresses than the site has; as a response. */
export function otherHosts({ config }: Pick<Site, 'config'>): Response {
  const message = translator(config.locale, 'review')('otherHosts')
  return problemResponse('storefront/invalid-request', { fields: [{ path: 'config.hosts', message }] })
}
