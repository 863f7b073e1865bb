import { isSecure } from '#lib/http/is-secure.ts'
import { isPersonalPage } from '#lib/http/page-caching.ts'
import type { Site } from '#lib/reseller/site.ts'
import type { Storefront } from '#lib/storefront.ts'
import { nowAndThen } from '#platform/now-and-then.ts'
import { readAccount } from './read-account.ts'

/** While sessions cannot be read, everybody who has one fails alike. */
const tellNowAndThen = nowAndThen()

type Deps = Pick<Storefront, 'auths' | 'database' | 'sessionsRedis' | 'log'>

/**
 * Whether a page can be made as far as it depends on who is signed in: pages for everybody do not, nor does any page of
 * somebody without a session. For the others sessions are read here and by the page once more, for which a page that
 * fails closed is 503 and not a fault of ours.
 * @param previewed whether it is a preview: some are for staff only
 */
export async function areSessionsAtHand(
  site: Site,
  { path, previewed }: { readonly path: string; readonly previewed: boolean },
  headers: Headers,
  deps: Deps,
): Promise<boolean> {
  if (!previewed && !isPersonalPage(path)) return true
  try {
    await readAccount(site, headers.get('cookie'), isSecure(headers), deps)
    return true
  } catch (error) {
    tellNowAndThen(site.resellerId, () => deps.log.warn({ err: error, path }, 'pages about somebody cannot be made'))
    return false
  }
}
