'use client'

import { useSyncExternalStore } from 'react'
import { useRealtimeClient } from './realtime-provider.tsx'
import type { RealtimeStatus } from './status.ts'

/** How this tab's streams stand. `polling` asks components to refetch now and then; it ends by itself. */
export function useRealtimeStatus(): RealtimeStatus {
  const client = useRealtimeClient()
  return useSyncExternalStore(
    (changed) => client.onStatus(changed),
    () => client.status,
    () => 'connecting',
  )
}
