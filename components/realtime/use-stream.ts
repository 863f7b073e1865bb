'use client'

import { useEffect, useEffectEvent } from 'react'
import { useRealtimeClient } from './realtime-provider.tsx'
import type { StreamHandlers } from './subscriptions.ts'

/**
 * Follows a stream while the component is there: `public.show.<showId>`, `public.promotional.<resellerId>`,
 * `private.order`, `private.inbox`, `staff.config` or `staff.sales`; null follows nothing. Handlers may change with every render.
 */
export function useStream(stream: string | null, handlers: StreamHandlers): void {
  const client = useRealtimeClient()
  const onMessage = useEffectEvent<StreamHandlers['onMessage']>((message) => handlers.onMessage(message))
  const onReady = useEffectEvent<NonNullable<StreamHandlers['onReady']>>((info) => handlers.onReady?.(info))
  const onReset = useEffectEvent(() => handlers.onReset?.())
  const visible = handlers.visible ?? false
  useEffect(() => {
    if (stream === null) return
    return client.follow(stream, {
      visible,
      onMessage: (message) => onMessage(message),
      onReady: (info) => onReady(info),
      onReset: () => onReset(),
    })
  }, [client, stream, visible])
}
