'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { Availability } from '#contracts/availability.ts'
import type { RealtimeStatus } from '../realtime/status.ts'
import { useLiveStream } from '../realtime/use-live-stream.ts'
import { useServerClock } from '../realtime/use-server-clock.ts'
import { availabilityKey, LiveAvailability } from './live-availability.ts'
import { ownSales } from './own-sales.ts'
import { readSnapshot } from './snapshot.ts'
import { type SoldNews, SoldNewsDesk } from './sold-news.ts'

/** Without live messages a page asks this often, plus up to as much again so that pages do not ask together. */
const POLL_MS = 5_000

export interface LiveShow {
  readonly availability: Availability
  /** The server's time up to which `availability` is known to be true, ISO 8601. Worth showing when not `live`. */
  readonly asOf: string
  readonly status: RealtimeStatus
  /** Calls back for every sale that is news: just now, to somebody else. Returns how to stop; the function never changes. */
  readonly onSold: (listener: (news: SoldNews) => void) => () => void
}

/**
 * A show's availability as it changes, starting from what the page was rendered with. Other components may read the
 * same data with `useQuery` under `['availability', showId]`; mount this hook once per show and page.
 */
export function useLiveAvailability(showId: string, initial: Availability): LiveShow {
  const queries = useQueryClient()
  const clock = useServerClock()
  const live = useMemo(
    () => new LiveAvailability({ showId, initial, queries, random: Math.random, read: readSnapshot }),
    [showId, initial, queries],
  )
  const [desk] = useState(() => new SoldNewsDesk({ ownSales, now: () => clock.now() }))
  const [onSold] = useState(() => desk.listen.bind(desk))

  useEffect(() => {
    live.begin()
    return () => live.close()
  }, [live])
  useEffect(() => () => desk.close(), [desk])

  const status = useLiveStream(`public.show.${showId}`, {
    onReady: (info) => live.onReady(info),
    onReset: () => live.onReset(),
    onMessage: (message) => {
      live.onMessage(message)
      if (message.event === 'ticket.sold') desk.take(message.data)
    },
  })
  useEffect(() => {
    if (status === 'polling') live.refetchSoon(POLL_MS)
  }, [live, status])

  const { data: availability } = useQuery({
    queryKey: availabilityKey(showId),
    queryFn: ({ signal }) => live.load(signal),
    initialData: initial,
    staleTime: Number.POSITIVE_INFINITY,
    // Messages keep what they do not change (`merge.ts`), and whoever reads seats compares what they say. Looking for equal
    // parts in two thousand of them takes a frame of a phone's.
    structuralSharing: false,
    refetchInterval: status === 'polling' ? () => POLL_MS * (1 + Math.random()) : false,
  })
  return { availability, asOf: useAsOf(availability, status, () => clock.now()), status, onSold }
}

/** While the stream is live silence means that nothing changed; so what we have was true until it stopped being live. */
function useAsOf(availability: Availability, status: RealtimeStatus, now: () => number): string {
  const [liveUntilMs, setLiveUntilMs] = useState(0)
  const [wasLive, setWasLive] = useState(false)
  if (wasLive !== (status === 'live')) {
    setWasLive(status === 'live')
    if (wasLive) setLiveUntilMs(now())
  }
  const readAtMs = Date.parse(availability.serverNow)
  return new Date(Math.max(readAtMs, liveUntilMs)).toISOString()
}
