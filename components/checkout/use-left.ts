'use client'

import { useEffect, useState } from 'react'
import { leftMs, type ReceivedHold } from './received-hold.ts'

const SECOND_MS = 1_000

/** What is left of a hold, counted down once a second; null while only the server has seen it. */
export function useLeft(hold: ReceivedHold | null): number | null {
  const [nowMs, setNowMs] = useState<number | null>(null)
  useEffect(() => {
    if (!hold) return
    const read = () => setNowMs(Date.now())
    read()
    const timer = setInterval(read, SECOND_MS)
    // A laptop that slept shows the right time at once.
    document.addEventListener('visibilitychange', read)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', read)
    }
  }, [hold])
  return hold && nowMs !== null ? leftMs(hold, nowMs) : null
}
