'use client'

import { useEffect, useState } from 'react'
import { useServerClock } from '#components/realtime/use-server-clock.ts'

/** Timers cannot wait for weeks; a look every hour is enough for a date far ahead. */
const LONGEST_WAIT_MS = 3_600_000

/** Whether sales have begun, by the server's clock. The page opens by itself when they do. */
export function useOnSale(onSaleAt: string | undefined): boolean {
  const clock = useServerClock()
  const opensAtMs = onSaleAt === undefined ? Number.NEGATIVE_INFINITY : Date.parse(onSaleAt)
  const [nowMs, setNowMs] = useState(() => clock.now())
  const open = nowMs >= opensAtMs
  useEffect(() => {
    if (open) return
    let timer: ReturnType<typeof setTimeout>
    const wait = () => {
      timer = setTimeout(look, Math.min(LONGEST_WAIT_MS, Math.max(0, opensAtMs - clock.now())))
    }
    const look = () => {
      setNowMs(clock.now())
      wait()
    }
    wait()
    return () => clearTimeout(timer)
  }, [open, opensAtMs, clock])
  return open
}
