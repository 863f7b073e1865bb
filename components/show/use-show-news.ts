'use client'

import { useEffect, useState } from 'react'
import { useStream } from '#components/realtime/use-stream.ts'
import { useFreshPage } from './use-fresh-page.ts'

/** A count of viewers that nobody has renewed is no longer true. */
const COUNT_LIFE_MS = 60_000

/**
 * What a show's stream tells besides tickets: how many are looking (returned, null when unknown), and that the show's
 * own facts have changed, for which the page is rendered again.
 */
export function useShowNews(showId: string): number | null {
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

  useFreshPage(changes === 0 ? null : changes)
  return viewers?.count ?? null
}
