'use client'

import { useEffect, useEffectEvent } from 'react'
import { useSiteRouter } from '#components/language/use-site-router.ts'

/**
 * What a page is made of may be two seconds old, and the page itself one: whoever asks sooner may get what was, and would
 * not ask again.
 */
const SETTLED_MS = 3_000
/** Many browsers learn the same at the same moment; their pages are made anew over this time. */
const CROWD_MS = 2_000

/** Has the page made anew whenever `cause` becomes another one; null is none. */
export function useFreshPage(cause: unknown): void {
  const router = useSiteRouter()
  const refresh = useEffectEvent(() => router.refresh())
  useEffect(() => {
    if (cause === null) return
    const timer = setTimeout(() => refresh(), SETTLED_MS + Math.random() * CROWD_MS)
    return () => clearTimeout(timer)
  }, [cause])
}
