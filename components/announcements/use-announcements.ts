'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useServerClock } from '#components/realtime/use-server-clock.ts'
import { useStream } from '#components/realtime/use-stream.ts'
import type { Announcement } from '#contracts/storefront.ts'
import { isOver, withTold } from './announcement-state.ts'
import { readAnnouncements } from './read-announcements.ts'
import { watchEnds } from './watch-ends.ts'

const KEY = ['announcements'] as const
const NONE: readonly Announcement[] = []

/** Answers are kept for up to two seconds here and there; what is asked after this is newer than what made us ask. */
const SETTLED_MS = 5_000

/**
 * What this reseller tells everybody now: as it is when the page opens, and then as it comes, goes and ends, by
 * the server's clock.
 */
export function useAnnouncements(resellerId: string): readonly Announcement[] {
  const queries = useQueryClient()
  const clock = useServerClock()
  const { data = NONE } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => readAnnouncements(clock, signal),
    // The stream tells of all changes.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })
  const settling = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(settling.current), [])
  const askAgain = () => void queries.invalidateQueries({ queryKey: KEY })
  const askLater = () => {
    clearTimeout(settling.current)
    settling.current = setTimeout(askAgain, SETTLED_MS * (1 + Math.random()))
  }
  useStream(`public.promotional.${resellerId}`, {
    onMessage: ({ event, data: told }) => {
      if (event !== 'promotional') return
      // An answer that is on its way may be older than the message, and bring back what it took away.
      if (queries.isFetching({ queryKey: KEY }) > 0) askLater()
      void queries.cancelQueries({ queryKey: KEY })
      queries.setQueryData(KEY, (shown: Announcement[] = []) => withTold(shown, told, clock.now()))
    },
    onReady: ({ resumed }) => {
      if (!resumed) askLater()
    },
    onReset: askLater,
  })
  const [nowMs, setNowMs] = useState(() => clock.now())
  useEffect(() => watchEnds(data, clock, setNowMs), [data, clock])
  return data.filter((one) => !isOver(one, nowMs))
}
