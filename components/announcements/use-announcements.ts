'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { call } from '#components/api/call.ts'
import { useStream } from '#components/realtime/use-stream.ts'
import type { Announcement, Announcements } from '#contracts/storefront.ts'
import { firstEndMs, isOver, withTold } from './announcement-state.ts'

const KEY = ['announcements'] as const
const NONE: readonly Announcement[] = []

/** Answers are kept for up to two seconds here and there; what is asked after this is newer than what made us ask. */
const SETTLED_MS = 5_000
/** Browsers take longer waits for no wait at all. */
const LONGEST_TIMER_MS = 86_400_000

/** What this reseller tells everybody now: as it is when the page opens, and then as it comes, goes and ends. */
export function useAnnouncements(resellerId: string): readonly Announcement[] {
  const queries = useQueryClient()
  const { data = NONE } = useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) => (await call<Announcements>('/api/announcements', { signal })).items,
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
      queries.setQueryData(KEY, (shown: Announcement[] = []) => withTold(shown, told, Date.now()))
    },
    onReady: ({ resumed }) => {
      if (!resumed) askLater()
    },
    onReset: askLater,
  })
  const [nowMs, setNowMs] = useState(() => Date.now())
  const shown = data.filter((one) => !isOver(one, nowMs))
  const endMs = firstEndMs(shown)
  useEffect(() => {
    if (endMs === null) return
    let timer: ReturnType<typeof setTimeout>
    const wait = () => {
      const leftMs = endMs - Date.now()
      if (leftMs <= 0) setNowMs(Date.now())
      else timer = setTimeout(wait, Math.min(leftMs, LONGEST_TIMER_MS))
    }
    wait()
    return () => clearTimeout(timer)
  }, [endMs])
  return shown
}
