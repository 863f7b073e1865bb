'use client'

import { useEffect, useState } from 'react'

/** A browser that is never idle does it after this; what waits here is looked for, not waited for. */
const AT_LATEST_MS = 2_000

/** @returns true once the page is there and its thread has nothing better to do; false on the server */
export function useWhenIdle(): boolean {
  const [idle, setIdle] = useState(false)
  useEffect(() => {
    // Safari was long without idle callbacks.
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(() => setIdle(true), AT_LATEST_MS)
      return () => clearTimeout(timer)
    }
    const callback = requestIdleCallback(() => setIdle(true), { timeout: AT_LATEST_MS })
    return () => cancelIdleCallback(callback)
  }, [])
  return idle
}
