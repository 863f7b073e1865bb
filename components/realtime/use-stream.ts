'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import { useRealtimeClient } from './realtime-provider.tsx'
import type { RealtimeStatus } from './status.ts'
import type { StreamHandlers } from './subscriptions.ts'
import { useRealtimeStatus } from './use-realtime-status.ts'

/**
 * Follows a stream while the component is there: `public.show.<showId>`, `public.promotional.<resellerId>`,
 * `private.order`, `private.inbox`, `staff.config` or `staff.sales`; null follows nothing. Handlers may change with every render.
 * @returns the tab's status, but `live` only once this very stream is followed: a tab stays live while another one joins
 */
export function useStream(stream: string | null, handlers: StreamHandlers): RealtimeStatus {
  const client = useRealtimeClient()
  const tab = useRealtimeStatus()
  const [followed, setFollowed] = useState<string | null>(null)
  const onMessage = useEffectEvent<StreamHandlers['onMessage']>((message) => handlers.onMessage(message))
  const onReady = useEffectEvent<NonNullable<StreamHandlers['onReady']>>((info) => handlers.onReady?.(info))
  const onReset = useEffectEvent(() => handlers.onReset?.())
  const visible = handlers.visible ?? false
  useEffect(() => {
    if (stream === null) return
    return client.follow(stream, {
      visible,
      onMessage: (message) => onMessage(message),
      onReady: (info) => {
        setFollowed(stream)
        onReady(info)
      },
      onReset: () => onReset(),
    })
  }, [client, stream, visible])
  return tab === 'live' && followed !== stream ? 'connecting' : tab
}
