'use client'

import { useStream } from '#components/realtime/use-stream.ts'
import { useCalmRefresh } from './use-calm-refresh.ts'

/** Renders the page again whenever its stream tells of something: by default a version that was saved, published or refused. */
export function LiveRefresh({ stream = 'staff.config' }: { readonly stream?: string }) {
  const refresh = useCalmRefresh()
  useStream(stream, {
    onMessage: refresh,
    onReset: refresh,
    // What was saved between the page being rendered and its stream being open, nobody tells of.
    onReady: ({ resumed }) => {
      if (!resumed) refresh()
    },
  })
  return null
}
