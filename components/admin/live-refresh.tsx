'use client'

import { useRouter } from 'next/navigation'
import { useStream } from '#components/realtime/use-stream.ts'

/** Renders the page again whenever a version is saved, published or refused. */
export function LiveRefresh() {
  const { refresh } = useRouter()
  useStream('staff.config', {
    onMessage: refresh,
    onReset: refresh,
    // What was saved between the page being rendered and its stream being open, nobody tells of.
    onReady: ({ resumed }) => {
      if (!resumed) refresh()
    },
  })
  return null
}
