'use client'

import { useEffect, useRef, useState } from 'react'

/** A screen reader that is interrupted every second says nothing useful: at most one message in this time. */
const SPOKEN_EVERY_MS = 8_000

/** `text` as it is read out: the latest one, not more often than one can listen to. */
export function useSpoken(text: string): string {
  const [spoken, setSpoken] = useState('')
  const lastAtMs = useRef(Number.NEGATIVE_INFINITY)
  useEffect(() => {
    if (text === '') return
    const waitMs = Math.max(0, lastAtMs.current + SPOKEN_EVERY_MS - performance.now())
    const timer = setTimeout(() => {
      lastAtMs.current = performance.now()
      setSpoken(text)
    }, waitMs)
    return () => clearTimeout(timer)
  }, [text])
  return spoken
}
