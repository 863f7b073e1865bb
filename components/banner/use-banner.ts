'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import type { SoldNews } from '#components/availability/sold-news.ts'
import { announced, dismissed, held, passed, paused, QUIET, type Reader, released, resumed } from './banner-state.ts'

/** Pausing lasts as long as the tab: who found it disturbing on one show finds it so on the next. */
const PAUSED_KEY = 'marquee banner paused'

type OnSold = (listener: (news: SoldNews) => void) => () => void

/** The banner's state, moved by real sales and by the clock; nothing else ever shows one. */
export function useBanner(onSold: OnSold) {
  const [state, setState] = useState(QUIET)

  const onNews = useEffectEvent((news: SoldNews) => {
    const nowMs = performance.now()
    setState((now) => (readPaused() ? now : announced(now, news, nowMs)))
  })
  useEffect(() => onSold((news) => onNews(news)), [onSold])

  useEffect(() => {
    if (readPaused()) setState(paused)
  }, [])

  useEffect(() => {
    if (!state.current || !Number.isFinite(state.untilMs)) return
    const { untilMs } = state
    // A timer drops fractions of a millisecond: when it rings the time has come, whatever the clock says.
    const ring = () => setState((now) => passed(now, Math.max(untilMs, performance.now())))
    const timer = setTimeout(ring, untilMs - performance.now())
    return () => clearTimeout(timer)
  }, [state])

  return {
    state,
    read: (reader: Reader) => setState((now) => held(now, reader)),
    goOn: (reader: Reader) => setState((now) => released(now, reader, performance.now())),
    dismiss: () => setState(dismissed),
    pause: () => {
      writePaused('yes')
      setState(paused)
    },
    resume: () => {
      writePaused('')
      setState(resumed)
    },
  }
}

function readPaused(): boolean {
  try {
    return sessionStorage.getItem(PAUSED_KEY) === 'yes'
  } catch {
    return false
  }
}

function writePaused(value: string): void {
  try {
    sessionStorage.setItem(PAUSED_KEY, value)
  } catch {
    // Forbidden storage: it is then paused for this page only.
  }
}
