'use client'

import { useRouter } from 'next/navigation'
import { useStream } from '#components/realtime/use-stream.ts'

/** Renders the page again whenever a version is saved, published or refused. */
export function LiveRefresh() {
  const { refresh } = useRouter()
  useStream('staff.config', { onMessage: refresh, onReset: refresh })
  return null
}
