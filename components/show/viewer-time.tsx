'use client'

import { useSyncExternalStore } from 'react'
import { useLocale, useTranslations } from 'use-intl/react'
import { useWhenIdle } from '#components/live/use-when-idle.ts'
import { clocksDiffer, type Evening, viewerTimes } from '#lib/format/viewer-time.ts'

interface Props extends Evening {
  readonly venueZone: string
  /** How far the venue's clocks are ahead of UTC, in minutes, at each instant that there is, in their order. */
  readonly venueAhead: readonly number[]
}

const never = () => () => {}
/** Null for a browser that gives its zone a name which it does not take itself, as `Etc/Unknown`. */
function ownZone(): string | null {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  try {
    return Intl.DateTimeFormat('en', { timeZone }) && timeZone
  } catch {
    return null
  }
}

const ownAhead = (at: string) => -new Date(at).getTimezoneOffset()

/**
 * For who lives elsewhere: when that is by their own clock. Only a browser knows its zone, and to ask it for the name costs a
 * phone a tenth of a second: it is asked when clocks differ, and when nothing else is to be done.
 */
export function ViewerTime({ venueAhead, ...times }: Props) {
  const elsewhere = useSyncExternalStore(
    never,
    () => clocksDiffer(times, venueAhead, ownAhead),
    () => false,
  )
  const idle = useWhenIdle()
  return elsewhere && idle && <OwnTime {...times} />
}

function OwnTime({ venueZone, ...evening }: Omit<Props, 'venueAhead'>) {
  const t = useTranslations('show')
  const locale = useLocale()
  const timeZone = ownZone()
  const times = timeZone && viewerTimes(evening, venueZone, { timeZone, locale })
  if (!times) return null
  const { doors, starts, ends } = times
  return (
    <small>
      {doors || ends
        ? t('yourTimes', { doors: doors ?? 'none', starts, ends: ends ?? 'none' })
        : t('yourTime', { time: starts })}
    </small>
  )
}
