'use client'

import { useEffect, useState } from 'react'
import type { RealtimeStatus } from './status.ts'
import type { StreamHandlers } from './subscriptions.ts'
import { useRealtimeStatus } from './use-realtime-status.ts'
import { useStream } from './use-stream.ts'

/**
 * {@link useStream} for who shows whether it is live.
 * @returns the tab's status, but `live` only once this very stream is followed: a tab stays live while another one joins
 */
export function useLiveStream(stream: string, handlers: StreamHandlers): RealtimeStatus {
  const tab = useRealtimeStatus()
  const [followed, setFollowed] = useState<string | null>(null)
  useStream(stream, {
    ...handlers,
    onReady: (info) => {
      setFollowed(stream)
      handlers.onReady?.(info)
    },
  })
  useEffect(() => () => setFollowed(null), [])
  return tab === 'live' && followed !== stream ? 'connecting' : tab
}
