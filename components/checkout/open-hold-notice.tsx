'use client'

import dynamic from 'next/dynamic'
import { useMemo, useState, useSyncExternalStore } from 'react'
import type { HoldUse } from './hold-use.ts'
import { openHolds } from './open-holds.ts'

/** Fetched only where something is remembered. */
const LateLines = dynamic(async () => (await import('./open-hold-lines.tsx')).OpenHoldLines, { ssr: false })

interface Props extends Partial<HoldUse> {
  readonly showId: string
}

/** Leads back to tickets of this show that the browser has reserved, in this tab or another, or gives them back to change them. */
export function OpenHoldNotice({ showId, ...rest }: Props) {
  const holdIds = useOpenHolds(showId)
  // What became of the last one is said when there is none any more.
  const [met, setMet] = useState(false)
  if (holdIds.length > 0 && !met) setMet(true)
  return met && <LateLines {...rest} holdIds={holdIds} />
}

/** Storage tells other tabs when it changes; on the server nobody holds anything. */
function useOpenHolds(showId: string): readonly string[] {
  const joined = useSyncExternalStore(
    (changed) => {
      const stop = openHolds.listen(changed)
      addEventListener('storage', changed)
      return () => {
        stop()
        removeEventListener('storage', changed)
      }
    },
    // A text, because a list would be another one each time.
    () => openHolds.of(showId).join(' '),
    () => '',
  )
  return useMemo(() => joined.split(' ').filter(Boolean), [joined])
}
