'use client'

import { useSyncExternalStore } from 'react'
import { useLocale, useTranslations } from 'use-intl/react'
import { useWhenIdle } from '#components/live/use-when-idle.ts'
import { viewerTime } from '#lib/format/viewer-time.ts'

interface Props {
  /** The instant. */
  readonly at: string
  readonly venueZone: string
  /** How far the venue's clocks are ahead of UTC then, in minutes. */
  readonly venueAhead: number
}

const never = () => () => {}

/**
 * For who lives elsewhere: when that is by their own clock. Only a browser knows its zone, and to ask it for the name costs a
 * phone a tenth of a second: it is asked when clocks differ, and when nothing else is to be done.
 */
export function ViewerTime({ at, venueZone, venueAhead }: Props) {
  const elsewhere = useSyncExternalStore(
    never,
    () => -new Date(at).getTimezoneOffset() !== venueAhead,
    () => false,
  )
  const idle = useWhenIdle()
  return elsewhere && idle && <OwnTime at={at} venueZone={venueZone} />
}

function OwnTime({ at, venueZone }: Pick<Props, 'at' | 'venueZone'>) {
  const t = useTranslations('show')
  const locale = useLocale()
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const time = viewerTime(at, venueZone, { timeZone, locale })
  return time && <small>{t('yourTime', { time })}</small>
}
