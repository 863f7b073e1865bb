'use client'

import { useSyncExternalStore } from 'react'
import { useLocale, useTranslations } from 'use-intl/react'
import { viewerTime } from '#lib/format/viewer-time.ts'

/** For who lives elsewhere: when that is by their own clock. Only a browser knows its zone. */
export function ViewerTime({ startsAt, venueZone }: { readonly startsAt: string; readonly venueZone: string }) {
  const t = useTranslations('show')
  const locale = useLocale()
  const timeZone = useSyncExternalStore(
    () => () => {},
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => null,
  )
  const time = timeZone === null ? null : viewerTime(startsAt, venueZone, { timeZone, locale })
  return time && <small>{t('yourTime', { time })}</small>
}
