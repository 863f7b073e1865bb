'use client'

import { useEffect, useMemo, useState } from 'react'
import type { Availability } from '#contracts/availability.ts'
import type { Item } from '#contracts/hold.ts'
import { unheard, withReturned } from './returned.ts'

/** A page that hears nothing live asks again within ten seconds; who has not heard by the second time is wrong. */
const WORD_MS = 20_000

/**
 * Availability that knows what this page gives back before the message of it comes. `giveBack` answers what is available
 * from then on.
 */
export function useReturned(newest: Availability): [Availability, (items: readonly Item[]) => Availability] {
  const [returned, setReturned] = useState<readonly Item[]>([])
  const awaited = useMemo(() => unheard(newest, returned), [newest, returned])
  // Heard once is heard: who holds it next is somebody else.
  if (awaited !== returned) setReturned(awaited)
  useEffect(() => {
    if (returned.length === 0) return
    const timer = setTimeout(() => setReturned([]), WORD_MS)
    return () => clearTimeout(timer)
  }, [returned])
  const availability = useMemo(() => withReturned(newest, awaited), [newest, awaited])
  function giveBack(items: readonly Item[]): Availability {
    const all = [...returned, ...items]
    setReturned(all)
    return withReturned(newest, all)
  }
  return [availability, giveBack]
}
