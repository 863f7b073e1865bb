'use client'

import { useEffect, useReducer, useState } from 'react'
import type { StreamMessage } from '#components/realtime/client-message.ts'
import { useServerClock } from '#components/realtime/use-server-clock.ts'
import { type HeardLeft, withRemaining } from './left.ts'
import { type ViewerWatch, watchFrom, withNews } from './viewer-watch.ts'

/** How often a count may turn out to be too old, and a chart to need its next minute. */
const TICK_MS = 5_000

export interface ShowsLive {
  readonly watch: ViewerWatch
  /** What was heard of a show's tickets since the page was opened. */
  readonly heard: ReadonlyMap<string, HeardLeft>
  /** Takes a message of a show's stream. */
  hear(message: StreamMessage): void
}

/** What the streams of the board's shows tell: how many look, and what is left. */
export function useShowsLive(initialMs: number): ShowsLive {
  const clock = useServerClock()
  const [watch, tell] = useReducer(withNews, initialMs, watchFrom)
  const [heard, setHeard] = useState<ReadonlyMap<string, HeardLeft>>(new Map())
  useEffect(() => {
    const timer = setInterval(() => tell({ nowMs: clock.now() }), TICK_MS)
    return () => clearInterval(timer)
  }, [clock])
  return {
    watch,
    heard,
    hear({ event, data }) {
      if (event === 'viewers') tell({ nowMs: clock.now(), counted: data })
      if (event !== 'ticket.sold' && event !== 'ticket.held' && event !== 'ticket.released') return
      const { showId, version, remaining } = data
      setHeard((known) => new Map(known).set(showId, withRemaining(known.get(showId) ?? {}, version, remaining)))
    },
  }
}
