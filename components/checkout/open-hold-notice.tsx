'use client'

import dynamic from 'next/dynamic'
import { useSyncExternalStore } from 'react'
import { rememberedHold } from './open-hold.ts'

/** Fetched only where something is remembered. */
const LateLine = dynamic(async () => (await import('./open-hold-line.tsx')).OpenHoldLine, { ssr: false })

/** Leads back to tickets of this show that the browser has reserved, in this tab or another. */
export function OpenHoldNotice({ showId }: { readonly showId: string }) {
  const holdId = useRememberedHold(showId)
  return holdId !== null && <LateLine holdId={holdId} />
}

/** Storage tells other tabs when it changes; on the server nobody holds anything. */
function useRememberedHold(showId: string): string | null {
  return useSyncExternalStore(
    (changed) => {
      addEventListener('storage', changed)
      return () => removeEventListener('storage', changed)
    },
    () => rememberedHold(showId),
    () => null,
  )
}
