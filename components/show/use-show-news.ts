'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import { useSiteRouter } from '#components/language/use-site-router.ts'
import { useStream } from '#components/realtime/use-stream.ts'

/** A count of viewers that nobody has renewed is no longer true. */
const COUNT_LIFE_MS = 60_000

/** All who look at a show hear at once that its date has moved; their pages are made anew over this time. */
const CROWD_MS = 2_000

/**
 * What a show's stream tells besides tickets: how many are looking (returned, null when unknown), and that the show's
 * own facts have changed, for which the page is rendered again.
 */
export function useShowNews(showId: string): number | null {
  const router = useSiteRouter()
  const [viewers, setViewers] = useState<{ readonly count: number } | null>(null)
  const [changes, setChanges] = useState(0)

  useStream(`public.show.${showId}`, {
    visible: true,
    onMessage: ({ event, data }) => {
      if (event === 'viewers') setViewers({ count: data.count })
      if (event === 'show.updated') setChanges((count) => count + 1)
    },
  })

  useEffect(() => {
    if (viewers === null) return
    const timer = setTimeout(() => setViewers(null), COUNT_LIFE_MS)
    return () => clearTimeout(timer)
  }, [viewers])

  const refresh = useEffectEvent(() => router.refresh())
  useEffect(() => {
    if (changes === 0) return
    const timer = setTimeout(() => refresh(), Math.random() * CROWD_MS)
    return () => clearTimeout(timer)
  }, [changes])
  return viewers?.count ?? null
}
