import { LRUCache } from 'lru-cache'
import type { Site } from '#lib/reseller/site.ts'
import type { AccountEventParts } from './account-events.ts'
import { accountEvents } from './account-events.ts'
import { type Auth, type AuthParts, createAuth } from './auth.ts'

/**
 * Instances, one for each reseller, host, scheme and language, made when they are first needed. The language is that of
 * the mails which follow from what one is asked; everything else is shared by all of a reseller's.
 */
export interface Auths {
  for(site: Site, secure: boolean): Auth
}

/** Making one takes 0.25 ms, keeping it 80 KB: five hundred are 40 MB, and more than the busy hosts of one process. */
const KEPT = 500

export function createAuths(parts: AuthParts & AccountEventParts): Auths {
  const kept = new LRUCache<string, Auth>({ max: KEPT })
  return {
    for(site, secure) {
      const origin = `${secure ? 'https' : 'http'}://${site.host}`
      const key = `${site.resellerId} ${origin} ${site.config.locale}`
      const known = kept.get(key)
      if (known) return known
      const { resellerId } = site
      const auth = createAuth({ resellerId, origin, secure }, parts, accountEvents(site, parts))
      kept.set(key, auth)
      return auth
    },
  }
}
