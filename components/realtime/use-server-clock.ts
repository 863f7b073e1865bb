'use client'

import { useRealtimeClient } from './realtime-provider.tsx'
import type { ServerClock } from './server-clock.ts'

/** The server's clock, as far as messages and pages have told it; `now()` is milliseconds since 1970. Reading it renders nothing. */
export function useServerClock(): Pick<ServerClock, 'now' | 'suggest'> {
  return useRealtimeClient().clock
}
