import type { SessionView } from '#contracts/account.ts'
import { formatLongDay, formatTime } from '#lib/format/date.ts'
import type { Site } from '#lib/reseller/site.ts'
import { translator } from '#lib/text/translator.ts'

/**
 * When a browser signed in, in words. Not when it was last here: that is noted once a day at most (`auth.ts`), so it would
 * say of somebody who is here that they were seen yesterday. With its year, because a session that is used lives on.
 */
export function signedInSince(
  { since }: Pick<SessionView, 'since'>,
  place: Pick<Site['config'], 'locale' | 'timeZone'>,
): string {
  const t = translator(place.locale, 'account')
  return t('signedInSince', { day: formatLongDay(since, place), time: formatTime(since, place) })
}
